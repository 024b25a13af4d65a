/** How far a long measurement is, in one line that the next one takes the place of; only where somebody looks on. */
export const say = (words: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r${words}\u001b[K`)
}
