/** A file that goes with a letter. */
export interface Enclosure {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** A letter on its way to one person. */
export interface Mail {
  /** The one recipient. */
  readonly to: string
  /** The organ's name, shown as the sender. */
  readonly sender: string
  readonly subject: string
  readonly text: string
  /** The letter; a note goes without one. */
  readonly pdf?: { readonly name: string; readonly bytes: Uint8Array } | undefined
  /** What the letter gives with itself. */
  readonly enclosures?: readonly Enclosure[] | undefined
  /** `<…@…>`; the same for every try, so that a mail sent twice is one mail. */
  readonly messageId: string
  readonly date: Date
}

/**
 * Sent; or not, and whether another try could help. `holdMinutes`: it waits for something outside, however long that takes,
 * and is looked at again after so many minutes.
 */
export type Sent =
  | { readonly ok: true }
  | {
      readonly ok: false
      readonly permanent: boolean
      readonly reason: string
      readonly holdMinutes?: number | undefined
    }

/** Whatever takes mail. `send` answers with a value; it throws for defects only. */
export interface PostOffice {
  send(mail: Mail): Promise<Sent>
  close(): Promise<void>
}
