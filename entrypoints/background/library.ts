import hash from "virtual:qiju/hash";
import { Keeper } from "../../data/keeper.ts";
import { loadBundle, QijuDatabase } from "../../data/store.ts";

/** What is known. Opened with the first question, so that a page that names nobody costs nothing. */
export const keeper = new Keeper(new QijuDatabase(), hash, loadBundle);
