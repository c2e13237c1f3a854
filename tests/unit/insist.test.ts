import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { insist } from "../../entrypoints/content/insist.ts";

describe("a question to the background", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("is asked once where it is answered", async () => {
    const ask = vi.fn(async () => "here");
    expect(await insist(ask)).toBe("here");
    expect(ask).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("is asked once more where it is lost, or fails", async () => {
    const answers = [new Promise<string>(() => {}), Promise.resolve("then")];
    const ask = vi.fn(() => answers.shift() as Promise<string>);
    const answer = insist(ask);
    await vi.runAllTimersAsync();
    expect(await answer).toBe("then");
    const failing = vi.fn().mockRejectedValueOnce(new Error("asleep")).mockResolvedValueOnce("awake");
    expect(await insist(failing)).toBe("awake");
  });

  it("fails where nobody answers twice", async () => {
    const ask = vi.fn(() => new Promise<string>(() => {}));
    const answer = insist(ask).catch((error: Error) => error.message);
    await vi.runAllTimersAsync();
    expect(await answer).toBe("no answer");
    expect(ask).toHaveBeenCalledTimes(2);
  });
});
