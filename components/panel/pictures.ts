import type { ComponentType } from "preact";
import type { PictureAddress } from "../../data/address.ts";
import type { ViewProps } from "./types.ts";

/** What a view of pictures is given: the platforms chosen lie in its address. */
export interface PictureProps extends ViewProps {
  address: PictureAddress;
  /** Chooses other platforms. */
  onAddress: (address: PictureAddress) => void;
}

/** The views of pictures, each fetched when it is first shown. A view that is not here has no tab. */
export const pictures: Partial<Record<PictureAddress["view"], ComponentType<PictureProps>>> = {};
