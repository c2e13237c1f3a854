/** A background that is just going to sleep, or waking, may lose a message: no answer ever comes. */
const PATIENCE_MS = 4_000;

/**
 * Asks the background, and once more where no answer comes in time or the question fails.
 * @throws what the second question fails with, or where it is not answered in time either
 */
export async function insist<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await inTime(ask());
  } catch {
    return inTime(ask());
  }
}

function inTime<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("no answer")), PATIENCE_MS);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
