/** Whoever prints the measured letter, warm after its first. */
export interface Printer {
  /** The letter with the words of this number. */
  print(number: number): Promise<Uint8Array>
  close(): Promise<void>
}
