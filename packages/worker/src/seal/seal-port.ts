import type { SealField, SealLook } from '@zhiqing/letters'

/** Which letter is to be sealed. No word of it: whoever seals sees its digest. */
export interface SealedLetter {
  /** The organ's number code, as in 受理编号. */
  readonly organ: string
  readonly caseId: string
  readonly n: number
  readonly code: string
  readonly documentNumber: string | null
  /** Hex SHA-256 of the letter as printed, before the seal. */
  readonly sha256: string
}

/** A seal as it is to be put on paper, before anything is signed. */
export interface SealFace {
  readonly look: SealLook
  readonly digest: 'sha256' | 'sm3'
  /** As PDF names the kind of signature. */
  readonly subFilter: string
  /** Bytes to keep for the signature. */
  readonly room: number
  /** Told in the file as the time of the signature; left out where the signature itself tells it. */
  readonly at?: Date | undefined
}

export interface SealOrder {
  readonly digest: Uint8Array
  readonly algorithm: SealFace['digest']
  readonly field: SealField
  readonly letter: SealedLetter
}

/** Who signed, as the certificate says. `sha256` is of its bytes, hex. */
export interface SealCertificate {
  readonly subject: string
  readonly issuer: string
  readonly serial: string
  readonly sha256: string
}

/** A signature over the digest of an order, DER. */
export interface Seal {
  readonly signature: Uint8Array
  readonly certificate: SealCertificate
  /** ISO instant. */
  readonly sealedAt: string
}

/** No seal this time. `refused`: the server said no to this letter; otherwise it is away, or answered nonsense. */
export interface NoSeal {
  readonly ok: false
  readonly refused: boolean
  /** For operators; never a token, never a word of the letter. */
  readonly reason: string
}

export type SealAnswer<Value> = { readonly ok: true; readonly value: Value } | NoSeal

/** Whatever puts seals to letters. Answers with values, in bounded time; throws for defects only. */
export interface SealPort {
  /** Its signatures are for trying out and have no force in law. */
  readonly test: boolean
  face(organ: string): Promise<SealAnswer<SealFace>>
  seal(order: SealOrder): Promise<SealAnswer<Seal>>
}

export const noSeal = (reason: string, refused = false): NoSeal => ({ ok: false, refused, reason })
