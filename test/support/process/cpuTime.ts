/** Effort in CPU time, the best of several attempts: a busy machine makes the same work dearer. */

const attempts = 5;

/** @returns milliseconds of CPU that the work took when it was least disturbed. */
export async function leastCpu(work: () => void | Promise<void>): Promise<number> {
  const taken: number[] = [];
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    taken.push((user + system) / 1_000);
  }
  return Math.min(...taken);
}
