/** Keeps the knowledge at hand for the background, whatever becomes of the store meanwhile. */
import { type Library, memoryLibrary } from "./library.ts";
import type { Bundle } from "./model.ts";
import { openStore, type QijuDatabase, seed, storeLibrary, unseed } from "./store.ts";

export class Keeper {
  private opening: Promise<Library> | undefined;
  private inMemory: Promise<Library> | undefined;

  /**
   * @param hash of the bundle that the extension comes with
   * @param load fetches that bundle, only when it is wanted
   */
  constructor(
    private readonly db: QijuDatabase,
    private readonly hash: string,
    private readonly load: () => Promise<Bundle>,
  ) {
    const look = (): void => {
      this.opening = undefined;
    };
    // The store is deleted or upgraded elsewhere: the next question looks again.
    db.on("versionchange", look);
    db.on("close", look);
  }

  /** The knowledge, opened with the first question. */
  library(): Promise<Library> {
    this.opening ??= this.open();
    return this.opening;
  }

  /** Looks again, and fills a store that is empty. A panel asks for this when it does not find what it should. */
  ready(): Promise<Library> {
    this.opening = this.open();
    return this.opening;
  }

  /** Writes the bundle anew, over rows that cannot be read. The reader's own tables stay. */
  async mend(): Promise<Library> {
    await unseed(this.db).catch(() => {});
    return this.ready();
  }

  private async open(): Promise<Library> {
    try {
      await openStore(this.db);
      await seed(this.db, this.hash, this.load);
      return storeLibrary(this.db);
    } catch (error) {
      console.warn("The store cannot be opened; the bundled knowledge is used.", error);
      // It may open later: when another tab lets go of it, for one.
      void this.db.open().then(
        () => {
          this.opening = undefined;
        },
        () => {},
      );
      this.inMemory ??= this.load().then(memoryLibrary);
      return this.inMemory;
    }
  }
}
