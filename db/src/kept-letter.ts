/** A letter as kept. `fields` are frozen; secret ones (the query code of L03) are put back in until it is printed. */
export interface KeptLetter {
  readonly caseId: string
  readonly organ: string
  readonly n: number
  readonly code: string
  readonly documentNumber: string | null
  readonly fields: Readonly<Record<string, unknown>>
  readonly pdf: Uint8Array | null
  readonly sha256: string | null
  /** Hash of the words it was printed from; null until it is printed. */
  readonly templateSha256: string | null
  /** Null for a letter without an electronic seal; left out where the cabinet knows none. */
  readonly organSeal?: OrganSeal | null | undefined
}

/** A sealed letter with everything that printed it: to be printed again and compared. */
export interface SealedLetter {
  readonly organ: string
  readonly caseId: string
  readonly number: string | null
  readonly n: number
  readonly code: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly pdf: Uint8Array
  readonly templateSha256: string
  readonly organSeal: OrganSeal
}

/** The organ's seal on a letter: what was sealed, by which certificate and when (rulebook R116). */
export interface OrganSeal {
  /** Hex SHA-256 and length of the letter as printed; the seal's own bytes follow it in the file. */
  readonly printedSha256: string
  readonly printedBytes: number
  /** The program and fonts that printed it. */
  readonly maker: string
  readonly certificate: {
    readonly subject: string
    readonly issuer: string
    readonly serial: string
    readonly sha256: string
  }
  /** ISO instant. */
  readonly sealedAt: string
  /** A test signature, without force in law. */
  readonly test: boolean
}

/** What printing a letter gives back to be kept. */
export interface Printed {
  readonly pdf: Uint8Array
  readonly sha256: string
  readonly template: { readonly id: string; readonly version: string; readonly sha256: string }
  /** Where the bytes bear the organ's seal. */
  readonly organSeal?: OrganSeal | undefined
}
