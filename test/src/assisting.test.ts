import { type Acting, staffActing } from '@zhiqing/db'
import type { Role } from '@zhiqing/law'
import t from 'tap'
import { openHouse } from './asvs/house.js'
import { testServer } from './database.js'
import { command, done, ORGAN, receive, registered } from './db/office.js'

const server = await testServer()
t.teardown(() => server.stop())

const asked = { id: '协查1', unit: '档案室', question: '查找补偿标准的批准文件' }

t.test(
  '协查单位 | sees what is asked, gives it, and of the case nothing else; a colleague with an office sees all',
  async (t) => {
    const house = await openHouse(server)
    t.teardown(() => house.close())
    await house.staff('ass', ['assistant'])
    await house.staff('both', ['assistant', 'officer'])
    await house.staff('jy-ass', ['assistant'], 'QHJY')
    const [ass, both, other] = [await house.bearer('ass'), await house.bearer('both'), await house.bearer('jy-ass')]
    const { id } = await registered(house.cabinet)
    await done(house.cabinet, 'requestAssistance', { caseId: id, input: asked })
    const secrets = /陈䶮|征地补偿|QHZR-?L03|1101/
    for (const path of [
      '',
      '/facts',
      '/trace',
      '/risks',
      '/acts',
      '/related',
      '/letters/1.pdf',
      '/letters/1.docx',
      '/draft.pdf',
      '/dossier.zip',
      '/attachments/1',
    ]) {
      const [mine, never] = [
        await house.call(ass, 'GET', `/cases/${id}${path}`),
        await house.call(ass, 'GET', `/cases/00000000-0000-4000-8000-0000000000ff${path}`),
      ]
      t.equal(mine.statusCode, 404, path)
      t.equal(mine.body, never.body, `${path}: not told apart`)
      t.notMatch(mine.body, secrets)
    }
    for (const path of ['/cases', '/remedies', '/colleagues', '/due-days.ics', '/statistics', '/reports/2026'])
      t.ok([403, 404].includes((await house.call(ass, 'GET', path)).statusCode), path)
    t.strictSame((await house.call(ass, 'GET', '/sessions/current')).json().reads, ['tasks', 'settings'])

    const tasks = await house.call(ass, 'GET', '/tasks')
    t.match(tasks.json().tasks, [{ caseId: id, ...asked }])
    t.notMatch(tasks.body, secrets)
    t.strictSame((await house.call(other, 'GET', '/tasks')).json().tasks, [], 'another organ’s unit has none')

    const post = (who: typeof ass, command: string, body: object, key?: string) =>
      house.call(
        { ...who, ...(key ? { 'idempotency-key': key } : {}) },
        'POST',
        `/cases/${id}/commands/${command}`,
        body,
      )
    const without = await registered(house.cabinet)
    const give = (at: string) =>
      house.call(ass, 'POST', `/cases/${at}/commands/giveAssistance`, { id: '协查1', findings: '有' })
    const [unasked, never] = [await give(without.id), await give('00000000-0000-4000-8000-0000000000ff')]
    t.equal(unasked.statusCode, 404)
    t.equal(unasked.body, never.body, 'a case of the own organ in which nothing was asked is as if it were not')
    const [hidden, nothing] = [
      await post(ass, 'submitDraft', {}),
      await house.call(ass, 'POST', '/cases/00000000-0000-4000-8000-0000000000ff/commands/submitDraft', {}),
    ]
    t.strictSame([hidden.statusCode, hidden.body], [nothing.statusCode, nothing.body], 'no other act is told of')
    t.equal((await post(other, 'giveAssistance', { id: '协查1', findings: '有' })).statusCode, 404)
    const wrong = await post(ass, 'giveAssistance', { id: '协查9', findings: '有' })
    t.equal(wrong.statusCode, 422)
    t.strictSame(wrong.json().permitted, ['giveAssistance', 'recordSearch'])
    const given = await post(ass, 'giveAssistance', { id: '协查1', findings: '找到了' }, 'key-for-one-answer')
    t.equal(given.statusCode, 200)
    t.match(given.json(), { letters: [], issued: [], warnings: [] })
    t.ok(
      given.json().dueDates.every(({ what }: { what: string }) => what === 'assistance'),
      'no day of the applicant’s',
    )
    const again = await post(ass, 'giveAssistance', { id: '协查1', findings: '找到了' }, 'key-for-one-answer')
    t.strictSame([again.statusCode, again.body], [given.statusCode, given.body], 'a lost answer may be asked for again')
    t.strictSame((await house.call(ass, 'GET', '/tasks')).json().tasks, [])

    t.equal((await house.call(both, 'GET', `/cases/${id}`)).statusCode, 200, 'with an office of the case, all of it')
    t.equal((await house.cabinet.findCase(ORGAN, id))?.current.assistances[0]?.findings, '找到了')
  },
)

t.test(
  '协查单位 | with every check of the service left out, the database alone shows the cases that were asked about',
  async (t) => {
    const house = await openHouse(server)
    t.teardown(() => house.close())
    const { cabinet } = house
    const person = (organ: string, ...roles: Role[]): Acting =>
      staffActing({ id: '00000000-0000-4000-8000-00000000000a', organ, roles })
    const { id: mine } = await registered(cabinet)
    const { id: other } = await registered(cabinet)
    const { id: theirs } = await receive(cabinet, { organ: 'QHJY' })
    const organs = [ORGAN, 'QHJY', 'QHZF']
    const seenBy = async (acting: Acting): Promise<readonly boolean[]> => {
      const view = cabinet.as(acting)
      const seen: boolean[] = []
      for (const [organ, id] of [
        [ORGAN, mine],
        [ORGAN, other],
        ['QHJY', theirs],
      ] as const) {
        const found = [
          (await view.findCase(organs, id)) !== undefined,
          (await view.ledger(organ, id)).length > 0,
          (await view.letter(organ, id, 1)) !== undefined,
          (await view.listCases({ organ: organs, limit: 50 })).cases.some((one) => one.id === id),
        ]
        t.equal(new Set(found).size, 1, `one answer on all ways: ${found}`)
        seen.push(found[0] ?? false)
      }
      return seen
    }
    t.strictSame(await seenBy(person(ORGAN, 'assistant')), [false, false, false], 'nothing was asked of anybody')
    await done(cabinet, 'requestAssistance', { caseId: mine, input: asked })
    t.strictSame(await seenBy(person(ORGAN, 'assistant')), [true, false, false])
    t.strictSame(await seenBy(person('QHJY', 'assistant')), [false, false, false])
    t.strictSame(
      await seenBy(person(ORGAN, 'assistant', 'officer')),
      [true, true, false],
      'who works on cases, sees them',
    )
    t.strictSame(await seenBy(person(ORGAN, 'officer')), [true, true, false])
    t.strictSame(await seenBy(person(ORGAN, 'assistant', 'admin')), [true, false, false])

    const assistant = cabinet.as(person(ORGAN, 'assistant'))
    const give = (caseId: string, role: Role) =>
      command(assistant, 'giveAssistance', { caseId, input: { id: '协查1', findings: '有' }, role })
    t.match(await give(other, 'assistant'), { unfit: 'unknownCase' }, 'and writes into no other')
    const assign = { caseId: mine, input: { officer: 'wang' }, role: 'officeHead' } as const
    await t.rejects(command(assistant, 'assignOfficer', assign), { code: '42501' }, 'nor as somebody else')
    t.match(await give(mine, 'assistant'), { ok: true })
    t.strictSame(await seenBy(person(ORGAN, 'assistant')), [true, false, false], 'a lost answer is asked for again')
  },
)
