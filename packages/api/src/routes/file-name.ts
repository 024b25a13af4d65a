/** Letters, digits, Chinese and a few marks; anything a file system or a header could trip over becomes `_`. */
export const safeName = (text: string): string => text.replace(/[^\p{L}\p{N}〔〕（）._-]+/gu, '_').slice(0, 120)

const percent = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)

/** `Content-Disposition` of a file with a Chinese name: a plain name for old programs, the real one by RFC 5987. */
export const attachment = (plain: string, real: string): string =>
  `attachment; filename="${plain.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${percent(safeName(real))}`
