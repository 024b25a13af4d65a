/**
 * Something around the program that whoever runs it can mend: a port in use, a folder that cannot be written, a database
 * that does not answer. Exit 1 with these words alone; what is neither this nor a UsageError is a defect.
 */
export class OperatorFault extends Error {
  override readonly name = 'OperatorFault'
}
