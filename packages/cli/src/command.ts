/** A command of the program: its one-line sense, its help, and what it does; resolves to the exit code. */
export interface CliCommand {
  readonly help: string
  run(args: readonly string[]): Promise<number>
}
