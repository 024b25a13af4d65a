import { buildApi } from '@zhiqing/api'
import { handle } from '@zhiqing/casework'
import type { Day } from '@zhiqing/law'
import { openPress } from '@zhiqing/letters'
import t from 'tap'
import { paperCabinet } from './paper-cabinet.js'

const press = openPress()
t.teardown(() => press.close())

const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from('<script>')])

t.test(
  '附件 | who may take the dossier gets the file as a file, byte for byte; nobody else learns that it is there',
  async (t) => {
    const cabinet = paperCabinet()
    const now = new Date('2025-03-03T02:00:00Z')
    const log = { info: () => {}, error: () => {} }
    const app = buildApi({ cabinet, press, today: () => '2025-03-03' as Day, now: () => now, log })
    t.teardown(() => app.close())
    const file = { kind: 'identity', name: '张三 身份证"；\u202e.png', mediaType: 'image/png', bytes: png } as const
    const put = await cabinet.putUpload({ basket: { draft: 'x' }, file, expiresAt: now, address: '', now })
    if (typeof put === 'string') throw new Error(put)
    const answer = await handle(cabinet.store, {
      organ: 'QHZR',
      command: 'receiveRequest',
      input: {
        channel: 'inPerson',
        applicant: { kind: 'natural', name: '张三' },
        information: { description: '补偿标准' },
        attachments: [put],
      },
      on: '2025-03-03' as Day,
      actor: { role: 'registrar' },
    })
    if (!answer.ok) throw new Error(JSON.stringify(answer))
    const get = async (name: string, path: string) => {
      const payload = { name, password: 'correct horse battery' }
      const { token } = (await app.inject({ method: 'POST', url: '/api/v1/sessions', payload })).json()
      return app.inject({ url: `/api/v1/cases/${path}`, headers: { authorization: `Bearer ${token}` } })
    }
    const page = await get('李登记', answer.id)
    t.match(page.json().attachments, [
      { n: 1, kind: 'identity', mediaType: 'image/png', sha256: put.sha256, size: png.length },
    ])
    t.notOk('file' in page.json().attachments[0], 'where the bytes lie is nobody’s business')
    const got = await get('李登记', `${answer.id}/attachments/1`)
    t.equal(got.statusCode, 200)
    t.ok(got.rawPayload.equals(png))
    t.match(got.headers, {
      'content-type': 'image/png',
      'content-disposition': /^attachment; filename="attachment-1\.png"; filename\*=UTF-8''[^"]*$/,
      'content-security-policy': /^sandbox; default-src 'none'/,
      'x-content-type-options': 'nosniff',
    })
    t.equal((await get('李登记', `${answer.id}/attachments/2`)).statusCode, 404)
    for (const [who, status] of [
      ['孙局长', 403],
      ['周督查', 403],
      ['陈教育', 404],
      ['吴系统', 404],
    ] as const)
      t.equal((await get(who, `${answer.id}/attachments/1`)).statusCode, status, who)
  },
)
