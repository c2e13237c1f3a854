/** What the background accepts. Apart from `knowledge.ts`, so that content scripts carry no validation. */
import * as v from "valibot";

/** The most cards that one message may ask for: more names than there are entities is no honest question. */
const MOST_CARDS = 200;
const EntityId = v.pipe(v.string(), v.maxLength(60), v.regex(/^[a-z0-9-]+$/));

const EntityIds = v.pipe(v.array(EntityId), v.maxLength(MOST_CARDS));

/** @throws a ValiError when it is no question for cards */
export const parseCardQuestion = v.parser(v.strictObject({ ids: EntityIds, page: EntityIds }));
/** @throws a ValiError when it is nothing that the panel can show */
export const parsePanelWish = v.parser(
  v.strictObject({
    entity: EntityId,
    beside: v.exactOptional(EntityId),
    view: v.exactOptional(v.picklist(["compare", "platform"])),
  }),
);
/** @throws a ValiError when it is no number of entities */
export const parseCount = v.parser(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_CARDS)));

/** The parts of a message's sender that tell whether it is ours. */
interface Sender {
  id?: string | undefined;
  tab?: { id?: number | undefined; windowId?: number | undefined } | undefined;
  frameId?: number | undefined;
}

/** @throws an error when the message does not come from this very extension */
export function requireOwn(sender: Sender, ownId: string): void {
  if (sender.id !== ownId) throw new Error("message from elsewhere refused");
}
