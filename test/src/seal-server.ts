import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { deflateSync } from 'node:zlib'

/** Four bytes each: red on nothing, with a hole in the middle; no seal of anybody. */
export const dots = (size: number): Buffer => {
  const all = Buffer.alloc(size * size * 4)
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const far = Math.hypot(x - size / 2, y - size / 2) / (size / 2)
      all.set([200 + (x % 50), y % 40, (x + y) % 30, far < 0.98 && far > 0.8 ? 255 - (x % 60) : 0], (y * size + x) * 4)
    }
  return all
}

const chunk = (type: string, data: Buffer): Buffer => {
  const whole = Buffer.alloc(12 + data.length)
  whole.writeUInt32BE(data.length)
  whole.write(type, 4, 'latin1')
  data.copy(whole, 8)
  return whole
}

const paeth = (a: number, b: number, c: number): number => {
  const p = a + b - c
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)]
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c
}

/** A PNG whose lines use the five filters in turn (PNG 9.2), as encoders do. Its checksums are left empty. */
export const pngOf = (pixels: Buffer, size: number, channels = 4): Buffer => {
  const line = size * channels
  const raw = Buffer.alloc((line + 1) * size)
  for (let y = 0; y < size; y++) {
    const filter = y % 5
    raw[y * (line + 1)] = filter
    for (let x = 0; x < line; x++) {
      const at = (row: number, column: number): number =>
        row < 0 || column < 0 ? 0 : (pixels[row * line + column] ?? 0)
      const [left, up, corner] = [at(y, x - channels), at(y - 1, x), at(y - 1, x - channels)]
      const share = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0
      raw[y * (line + 1) + 1 + x] = at(y, x) - share
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  head.set([8, channels === 4 ? 6 : 2, 0, 0, 0], 8)
  const mark = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([mark, chunk('IHDR', head), chunk('IDAT', deflateSync(raw)), chunk('IEND', Buffer.alloc(0))])
}

const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  const { length } = body
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), body])
}

/** 电子签章数据 in outline (GB/T 38540: the digest as a bit string among what is signed, then the signature). */
export const sealData = (digest: Buffer, sign: (signed: Buffer) => Buffer, filler = 0): Buffer => {
  const signed = der(
    0x30,
    der(0x02, Buffer.from([4])),
    der(0x03, Buffer.from([0]), digest),
    der(0x04, Buffer.alloc(filler)),
  )
  return der(0x30, signed, der(0x03, Buffer.from([0]), sign(signed)))
}

/** One answer that is not the usual one. */
export type Trick =
  | { readonly status: number; readonly body?: string }
  | { readonly hang: true }
  | { readonly answer: (usual: Record<string, unknown>) => Record<string, unknown> }

export interface Asked {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: Record<string, unknown>
}

/** What a stub of the contract signs with. */
export interface Signer {
  readonly certificate: Buffer
  readonly algorithm: 'SM3' | 'SHA-256'
  sign(digest: Buffer): Buffer
}

/** A stub of the contract (packages/worker/src/seal/README.md) on loopback. */
export const sealServer = async (signer: Signer, { mostBytes = 8192, token = 'only-for-tests' } = {}) => {
  const asked: Asked[] = []
  const tricks: { faces: Trick[]; signatures: Trick[] } = { faces: [], signatures: [] }
  const given = new Map<string, Record<string, unknown>>()
  const sockets = new Set<{ destroy(): void }>()
  const size = 60
  const face = {
    seal: 'QHZR-01',
    digest: signer.algorithm,
    subFilter: 'GBT38540.detached',
    mostBytes,
    picture: { png: pngOf(dots(size), size).toString('base64'), width: 42 },
  }
  const signature = (one: Asked): Record<string, unknown> => {
    const key = String(one.headers['idempotency-key'])
    const before = given.get(key)
    if (before) return before
    const digest = one.body.digest as { value: string }
    const answer = {
      digest,
      signature: signer.sign(Buffer.from(digest.value, 'hex')).toString('base64'),
      certificate: signer.certificate.toString('base64'),
      sealedAt: '2026-11-21T20:00:00+08:00',
    }
    given.set(key, answer)
    return answer
  }
  const reply = (to: ServerResponse, usual: Record<string, unknown>, trick: Trick | undefined): void => {
    if (trick && 'hang' in trick) return
    if (trick && 'status' in trick) return void to.writeHead(trick.status).end(trick.body ?? '')
    to.writeHead(200, { 'content-type': 'application/json' })
    to.end(JSON.stringify(trick ? trick.answer(usual) : usual))
  }
  const heard = (one: Asked, to: ServerResponse): void => {
    asked.push(one)
    const place = `${one.method} ${one.path}`
    if (one.headers.authorization !== `Bearer ${token}`) reply(to, {}, { status: 401 })
    else if (place === 'GET /base/v1/seals/QHZR') reply(to, face, tricks.faces.shift())
    else if (place === 'POST /base/v1/signatures') reply(to, signature(one), tricks.signatures.shift())
    else reply(to, {}, { status: 404 })
  }
  const server = createServer((request, to) => {
    const chunks: Buffer[] = []
    request.on('data', (part: Buffer) => chunks.push(part))
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8')
      const { method = '', url: path = '', headers } = request
      heard({ method, path, headers, body: text ? JSON.parse(text) : {} }, to)
    })
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/base`,
    token,
    asked,
    tricks,
    signed: given,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
