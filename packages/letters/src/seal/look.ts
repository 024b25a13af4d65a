/** What is seen of a seal: the organ's picture, or a drawing of ours that says it is none. Sizes in points. */
export type SealLook = {
  readonly width: number
  readonly height: number
  /** PDF operators on an area of this size, its origin bottom left; `/Picture Do` draws the picture. */
  readonly operators: string
  readonly picture?: Picture | undefined
}

/** Eight-bit colours, packed by zlib; `alpha` where it has see-through parts. */
export type Picture = {
  readonly width: number
  readonly height: number
  readonly rgb: Uint8Array
  readonly alpha?: Uint8Array | undefined
}

/** The picture of a seal cannot be used, in Chinese. */
export class SealPictureError extends Error {
  override readonly name = 'SealPictureError'
}
