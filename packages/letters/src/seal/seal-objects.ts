import type { Picture, SealLook } from './look.js'

/** An object that is added to a file, whole but for its number. */
export type Added = { readonly id: number; readonly bytes: Buffer }

const plain = (id: number, dictionary: string): Added => ({
  id,
  bytes: Buffer.from(`${id} 0 obj\n${dictionary}\nendobj\n`, 'latin1'),
})

const stream = (id: number, dictionary: string, bytes: Uint8Array): Added => ({
  id,
  bytes: Buffer.concat([
    Buffer.from(`${id} 0 obj\n<< ${dictionary} /Length ${bytes.length} >>\nstream\n`, 'latin1'),
    bytes,
    Buffer.from('\nendstream\nendobj\n', 'latin1'),
  ]),
})

const image = (id: number, { width, height }: Picture, space: string, bytes: Uint8Array): Added =>
  stream(
    id,
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8 /Filter /FlateDecode ${space}`,
    bytes,
  )

/** The picture and what is see-through of it, from `id` on. */
function pictureObjects(id: number, picture: Picture): Added[] {
  const mask = picture.alpha ? ` /SMask ${id + 1} 0 R` : ''
  return [
    image(id, picture, `/ColorSpace /DeviceRGB${mask}`, picture.rgb),
    ...(picture.alpha ? [image(id + 1, picture, '/ColorSpace /DeviceGray', picture.alpha)] : []),
  ]
}

/** What is seen of the seal, as a form of number `id` and whatever it draws on. */
export function lookObjects(id: number, { width, height, operators, picture }: SealLook): Added[] {
  const resources = picture ? `<< /XObject << /Picture ${id + 1} 0 R >> >>` : '<< >>'
  const box = `[0 0 ${width.toFixed(3)} ${height.toFixed(3)}]`
  const form = `/Type /XObject /Subtype /Form /FormType 1 /BBox ${box} /Resources ${resources}`
  return [stream(id, form, Buffer.from(operators, 'latin1')), ...(picture ? pictureObjects(id + 1, picture) : [])]
}

/** The field as it was, with the signature, what is seen of it, and that at its own size in the middle of the place kept. */
export function sealedField(
  field: { readonly id: number; readonly text: string },
  { look, signature, form }: { look: SealLook; signature: number; form: number },
): Added {
  const rect = /\/Rect \[([-\d. ]+)\]/.exec(field.text)?.[1]?.split(' ').map(Number) ?? []
  const [left = 0, bottom = 0, right = 0, top = 0] = rect
  const [x, y] = [(left + right - look.width) / 2, (bottom + top - look.height) / 2]
  const placed = [x, y, x + look.width, y + look.height].map((one) => one.toFixed(3)).join(' ')
  const text = field.text
    .replace(/\/Rect \[[^\]]*\]/, `/Rect [${placed}]`)
    .replace(/\/AP <<\s*\/N \d+ 0 R\s*>>/, `/AP << /N ${form} 0 R >>`)
    .replace(/>>$/, `/V ${signature} 0 R\n>>`)
  if (!text.includes(`/N ${form} 0 R`)) throw new Error('the field for the seal shows nothing')
  return plain(field.id, text)
}
