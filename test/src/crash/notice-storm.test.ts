import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import PostalMime from 'postal-mime'
import t from 'tap'
import { type Instance, newInstance, program } from './instance.js'
import { seeded } from './storm.js'

t.setTimeout(420_000)

const seed = 20261122
const kills = 8
/** Assignments between one kill and the next, at least. */
const between = 5
const address = 'officer@qinghe.example'

interface Step {
  readonly key: string
  readonly path: string
  readonly body: object
}

/** Somebody's hand on the interface: an answer, or none where the service was cut off. */
const handOf = async (base: string, dataDir: string, name: string) => {
  const { password } = JSON.parse(readFileSync(join(dataDir, 'demo-sign-ins.json'), 'utf8')) as { password: string }
  const post = async (path: string, body: object, headers: Record<string, string> = {}) => {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }
    const answer = await fetch(`${base}/api/v1${path}`, init).catch(() => undefined)
    if (!answer?.ok) return undefined
    return (await answer.json().catch(() => undefined)) as Record<string, string> | undefined
  }
  const token = (await post('/sessions', { name, password }))?.token ?? ''
  return (path: string, body: object, key?: string) =>
    post(path, body, { authorization: `Bearer ${token}`, ...(key ? { 'idempotency-key': key } : {}) })
}

/** Every mail to the officer, with the numbers it tells as assigned; a mail sent twice is one file, and one mail. */
const told = async ({ dataDir }: Instance): Promise<string[]> => {
  const folder = join(dataDir, 'mail')
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.eml')) : []
  const numbers: string[] = []
  for (const name of files) {
    const mail = await PostalMime.parse(readFileSync(join(folder, name)))
    if (!mail.to?.some((one) => one.address === address)) continue
    for (const [, number = ''] of (mail.text ?? '').matchAll(/案件指派给您：(\S+)/g)) numbers.push(number)
  }
  return numbers
}

t.test(
  '断电 | mails to staff through eight kill -9, two of them with the whole database: nothing lost, nothing told twice',
  async (t) => {
    const instance = newInstance(program, ['start'])
    t.teardown(async () => {
      await instance.killEverything()
      instance.remove()
    })
    const random = seeded(seed)
    const officer = await handOf(await instance.start(), instance.dataDir, 'qhzr-officer')
    const always = { digestAt: null, quietFrom: '00:00', quietTo: '00:00', workingDaysOnly: false }
    t.ok(await officer('/notice-mail', { wish: { address, kinds: ['assigned'], ...always } }))
    await instance.stop()

    const assigned: string[] = []
    const cutOff: { step: Step; number: string }[] = []
    let n = 0
    /** One case into the officer's hands; what is cut off on the way is sent again with its key after the next start. */
    const one = async (hand: Awaited<ReturnType<typeof handOf>>): Promise<void> => {
      n += 1
      const mine = n
      const applicant = { kind: 'natural', name: `试${mine}` }
      const made = await hand(
        '/cases',
        { channel: 'inPerson', applicant, information: { description: `第${mine}号` } },
        `notice-new-${mine}`,
      )
      if (!made?.id || !made.number) return
      if (!(await hand(`/cases/${made.id}/commands/registerRequest`, {}, `notice-reg-${mine}`))) return
      const step = {
        key: `notice-to-${mine}`,
        path: `/cases/${made.id}/commands/assignOfficer`,
        body: { officer: 'qhzr-officer' },
      }
      if (await hand(step.path, step.body, step.key)) assigned.push(made.number)
      else cutOff.push({ step, number: made.number })
    }
    const resend = async (hand: Awaited<ReturnType<typeof handOf>>): Promise<void> => {
      for (const { step, number } of cutOff.splice(0))
        if (await hand(step.path, step.body, step.key)) assigned.push(number)
        else cutOff.push({ step, number })
    }
    for (let i = 0; i < kills; i++) {
      const hand = await handOf(await instance.start(), instance.dataDir, 'qhzr-registrar')
      await resend(hand)
      let raining = true
      const rain = Array.from({ length: 3 }, async () => {
        while (raining) await one(hand)
      })
      const target = assigned.length + between
      while (assigned.length < target) await sleep(20)
      await sleep(random() * 400)
      raining = false
      await (i % 3 === 2 ? instance.killEverything() : instance.killService())
      await Promise.all(rain)
    }
    const last = await handOf(await instance.start(), instance.dataDir, 'qhzr-registrar')
    await resend(last)
    await instance.stop()
    await instance.start()
    for (let i = 0; i < 300 && new Set(await told(instance)).size < assigned.length; i++) await sleep(100)
    const numbers = await told(instance)
    t.comment(`seed ${seed}: ${kills} kills, ${assigned.length} assignments acknowledged, ${numbers.length} told`)
    t.ok(assigned.length >= 30, `${assigned.length} assignments`)
    t.strictSame(cutOff, [])
    t.strictSame(
      assigned.filter((number) => !numbers.includes(number)),
      [],
      'each is told',
    )
    t.equal(numbers.length, new Set(numbers).size, 'and none in two mails')
    t.equal(await instance.stop(), 0)
  },
)
