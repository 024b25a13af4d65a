import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { calendarHand } from '@zhiqing/db'
import { openPress } from '@zhiqing/letters'
import { folderPost, startWorker } from '@zhiqing/worker'
import PostalMime from 'postal-mime'
import type { Test } from 'tap'
import type { TestServer } from '../database.js'
import { done, ORGAN, request } from '../db/office.js'
import { textOf } from '../pdf.js'
import { unzip } from '../unzip.js'
import { type House, openHouse } from './house.js'

/** A number that passes its check, of nobody; a telephone; what stands nowhere else in these tests. */
const ID = '36073319900101877X'
const PHONE = '13912345678'

/** Something that leaves the house, and where it was found. */
interface Paper {
  readonly place: string
  readonly bytes: Buffer
}

const streams = /stream\r?\n([\s\S]*?)\r?\nendstream/g

/** What a PDF says, in three ways: its words, its bytes, and whatever it has packed. */
const ofPdf = async ({ place, bytes }: Paper): Promise<Paper[]> => {
  const packed = [...bytes.toString('latin1').matchAll(streams)].flatMap(([, raw = '']) => {
    try {
      return [inflateSync(Buffer.from(raw, 'latin1'))]
    } catch {
      return []
    }
  })
  const words = Buffer.from((await textOf(bytes)).replace(/\s/g, ''))
  return [
    { place: `${place} (words)`, bytes: words },
    ...packed.map((inside, i) => ({ place: `${place} (stream ${i + 1})`, bytes: inside })),
  ]
}

/** A paper and everything that lies in it, however deep: archives are unpacked, PDF are read. */
const opened = async (paper: Paper): Promise<Paper[]> => {
  const { place, bytes } = paper
  const within = async (): Promise<Paper[]> => {
    if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return ofPdf(paper)
    if (bytes.subarray(0, 4).toString('latin1') !== 'PK\x03\x04') return []
    const members = unzip(bytes, true).map((one) => opened({ place: `${place} > ${one.name}`, bytes: one.bytes }))
    return (await Promise.all(members)).flat()
  }
  return [paper, ...(await within())]
}

const spellings = (words: string): Buffer[] => {
  const base64 = Buffer.from(words).toString('base64').replace(/=+$/, '').slice(0, -1)
  return [words, base64].flatMap((one) => [Buffer.from(one), Buffer.from(one, 'utf16le')])
}
const placesWith = (words: string, papers: readonly Paper[]): string[] => {
  const wanted = spellings(words)
  return papers.filter(({ bytes }) => wanted.some((one) => bytes.includes(one))).map(({ place }) => place)
}

const openedAll = async (papers: readonly Paper[]): Promise<Paper[]> => (await Promise.all(papers.map(opened))).flat()

/** Every address of the description that is read with GET, and what can be put in for its names. */
const addresses = async (house: House, caseId: string, letters: number): Promise<string[]> => {
  const { paths } = (await house.app.inject('/api/v1/openapi.json')).json() as { paths: Record<string, object> }
  const values: Readonly<Record<string, readonly string[]>> = {
    id: [caseId],
    n: Array.from({ length: letters }, (_, i) => String(i + 1)),
    code: ['L01', 'L04', 'L07', 'L09', 'L16', 'S12', 'P01'],
    year: ['2026'],
    form: ['json', 'html', 'xlsx', 'docx', 'pdf'],
    line: ['1', '4'],
    column: ['natural', 'total'],
    command: ['decide', 'receiveRequest'],
    session: ['x'],
    person: ['x'],
    name: ['x'],
  }
  const filled = (path: string): string[] => {
    const [whole = '', name = ''] = /\{(\w+)\}/.exec(path) ?? []
    return whole === '' ? [path] : (values[name] ?? ['x']).flatMap((one) => filled(path.replace(whole, one)))
  }
  const read = Object.entries(paths).filter(([, methods]) => 'get' in methods)
  const more = ['/cases?q=卞植', '/open-data/2026?form=csv', '/open-data/2026?form=json', '/cases?mine=true']
  return [...read.flatMap(([path]) => filled(path)), ...more.map((one) => `/api/v1${one}`)]
}

const lived = async (house: House): Promise<string> => {
  const { cabinet } = house
  const applicant = {
    ...{ kind: 'natural', name: '卞植', idType: '居民身份证', idNumber: ID, phone: PHONE, email: 'bian@example.org' },
    address: '青禾县青禾镇和平路7号',
  }
  const act = (name: Parameters<typeof done>[1], caseId: string, input: object = {}, person = 'all') =>
    done(cabinet, name, { caseId, input, person })
  const { id } = await done(cabinet, 'receiveRequest', { input: { ...request, channel: 'inPerson', applicant } })
  await act('registerRequest', id)
  await act('assignOfficer', id, { officer: 'all' })
  await act('requestCorrection', id, { items: ['请写明名称'], guidance: '可以写明文号' })
  await act('recordLetterService', id, { letter: 'P01', servedOn: '2026-09-01' })
  await act('receiveCorrection', id, { content: '名称是征地补偿标准' })
  await act('recordSearch', id, { systems: ['档案系统'], keywords: ['征地'], people: ['王'], found: true })
  await act('decide', id, { outcome: 'G2', items: ['标准'], route: '电子邮件' })
  await act('submitDraft', id)
  await act('approveDraft', id, { secrecyReviewedOn: '2026-09-01' }, 'qian')
  await act('signReply', id, {}, 'sun')
  await act('dispatchReply', id, { method: 'electronic' })
  await act('recordService', id, { servedOn: '2026-09-01' }).catch(() => undefined)
  await act('fileReconsideration', id, { procedure: 'simplified', filedOn: '2026-09-01', body: '青禾县人民政府' })
  return id
}

export const canary = async (t: Test, server: TestServer): Promise<void> => {
  await t.test(
    'ASVS 42 | a planted number is in no mail, no table, no paper, no archive, no line and no address',
    async (t) => {
      const press = openPress()
      const house = await openHouse(server, { press })
      const folder = mkdtempSync(join(tmpdir(), 'zhiqing-canary-'))
      t.teardown(() => rmSync(folder, { recursive: true, force: true }))
      await house.staff('all', ['registrar', 'officer', 'officeHead', 'remedyClerk', 'statistician', 'assistant'])
      await house.staff('over', ['supervisor'], 'QHZF')
      await house.staff('aud', ['auditAdmin'])
      const id = await lived(house)
      const log = {
        info: (event: string, more?: object) => void house.lines.push({ event, more: more as never }),
        error: (event: string, more?: object) => void house.lines.push({ event, more: more as never }),
      }
      const worker = startWorker({
        ...{ cabinet: house.cabinet.as(calendarHand), press, post: folderPost(folder), log, name: 'canary' },
        ...{ today: () => '2026-09-01' as never, now: () => house.clock.now },
      })
      const waiting = async () => (await house.db.app('select 1 from outbox where done_at is null')).length
      while ((await waiting()) > 0) await new Promise((resolve) => setTimeout(resolve, 50))
      await worker.stop()

      const letters = (await house.cabinet.findCase(ORGAN, id))?.current.letters.length ?? 0
      t.ok(letters >= 4)
      const urls = await addresses(house, id, letters)
      const papers: Paper[] = []
      const kinds = new Set<string>()
      for (const name of ['all', 'over', 'aud']) {
        const headers = await house.bearer(name)
        for (const url of urls) {
          const answer = await house.app.inject({ url: encodeURI(url), headers })
          if (answer.statusCode === 200) kinds.add(String(answer.headers['content-type']).split(';')[0] ?? '')
          papers.push({ place: `${name} ${url}`, bytes: answer.rawPayload })
          papers.push({ place: `${name} ${url} (headers)`, bytes: Buffer.from(JSON.stringify(answer.headers)) })
        }
        for (const paper of ['labels', 'ems'])
          for (const letter of [1, letters]) {
            const order = { paper, letters: [{ case: id, letter }] }
            const answer = await house.call(headers, 'POST', '/mailings', order)
            papers.push({ place: `${name} mailing ${paper} ${letter}`, bytes: answer.rawPayload })
          }
      }
      for (const kind of [
        'json',
        'pdf',
        'zip',
        'csv',
        'spreadsheetml.sheet',
        'wordprocessingml.document',
        'calendar',
        'html',
      ])
        t.ok(
          [...kinds].some((one) => one.endsWith(kind)),
          `${kind} is among what was read`,
        )

      const mails = readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))
      t.ok(mails.length >= 2, `${mails.length} mails`)
      for (const { name, bytes } of mails) {
        const mail = await PostalMime.parse(bytes)
        const head = JSON.stringify([mail.headers, mail.subject, mail.text, mail.html])
        papers.push({ place: `mail ${name}`, bytes }, { place: `mail ${name} (head)`, bytes: Buffer.from(head) })
        for (const { filename, content } of mail.attachments)
          papers.push({ place: `mail ${name} > ${filename}`, bytes: Buffer.from(content as ArrayBuffer) })
      }
      const told = [
        { place: 'lines', bytes: Buffer.from(JSON.stringify(house.lines)) },
        { place: 'outbox', bytes: Buffer.from(JSON.stringify(await house.db.owner('select * from outbox'))) },
        { place: 'addresses', bytes: Buffer.from(urls.join('\n')) },
        ...papers.filter(({ place }) => /\((headers|head)\)$/.test(place)),
      ]
      t.strictSame(placesWith(PHONE, told), [], 'no telephone in a line, a head, an address')
      const all = await openedAll([...papers, ...told])
      const found = [...new Set(placesWith(ID, all))]
      t.strictSame(found, [], `${papers.length} papers, ${all.length} with what lies in them`)

      const zip = papers.find(({ place }) => /^all .*dossier\.zip$/.test(place))
      const members = all.filter(({ place }) => place.startsWith(`${zip?.place} > `))
      t.ok(members.length > 8, 'the file of the case was opened')
      t.ok(
        placesWith('卞植', members).some((one) => /\.pdf \(words\)$/.test(one)),
        'the words of its PDF were read',
      )
      t.ok(placesWith(PHONE, members).length > 0, 'what may stand there is found there: the search can find')
      t.ok(
        placesWith('卞植', all).some((one) => /\.docx > word\/document\.xml$/.test(one)),
        'and those of a DOCX',
      )
      const look = await house.call(await house.bearer('all'), 'POST', `/cases/${id}/full-look`, { reason: '核对身份' })
      const shown = { place: 'a full look', bytes: look.rawPayload }
      t.strictSame(placesWith(ID, [shown]), ['a full look'], 'on record with its reason')
      const taken = await house.call(await house.bearer('all'), 'POST', `/cases/${id}/dossier.zip`, {
        reason: '核对台账',
      })
      const evidence = { place: 'whole', bytes: taken.rawPayload }
      t.strictSame(
        placesWith(ID, await openedAll([evidence])),
        ['whole', 'whole > 台账.jsonl'],
        'and the ledger as evidence, on record with its reason: the search finds it where it is',
      )
      const packed = zip && { place: 'planted', bytes: Buffer.concat([zip.bytes, Buffer.from(ID, 'utf16le')]) }
      t.ok(packed && placesWith(ID, [packed]).length > 0, 'planted behind an archive, two bytes a letter')
      await house.close()
      await press.close()
    },
  )
}
