/** One line of a list from the post: which request, which parcel, on which day it was handed in. */
export interface MailLine {
  readonly number: string
  readonly mailNumber: string
  readonly dispatchedOn: string | undefined
}

const line = /^([A-Z]{2,8}\d{9,12})[\s,，;；]+([A-Z0-9-]{6,30})(?:[\s,，;；]+(\d{4}-\d{2}-\d{2}))?$/i

/** Reads a pasted list; a line that is none is told back as it stands. */
export const mailLines = (text: string): { readonly lines: MailLine[]; readonly unread: string[] } => {
  const all = text
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)
  const lines: MailLine[] = []
  const unread: string[] = []
  for (const one of all) {
    const [, number, mailNumber, dispatchedOn] = line.exec(one) ?? []
    if (number && mailNumber) lines.push({ number: number.toUpperCase(), mailNumber, dispatchedOn })
    else unread.push(one)
  }
  return { lines, unread }
}
