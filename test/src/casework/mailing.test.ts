import { type Case, mailingSheet, type ParcelAsk, parcelsOf, senderOf } from '@zhiqing/casework'
import { checkFields, loadTemplate } from '@zhiqing/letters'
import t from 'tap'
import { type Act, a, bench, organ, receive, run } from './court.js'

/** What goes into the post, to whom, and what stands on the outside (rulebook R60–R62, R81, R100). */

const nameOf = (code: string): string => loadTemplate(code).name
const life = async (acts: readonly Act[]): Promise<Case> => {
  const on = bench({ settings: { riskChecks: 'warn' } })
  await run(on, acts)
  return on.kept().current
}
const parcels = (current: Case, ask: ParcelAsk = {}) => parcelsOf(current, ask, nameOf)
const to = (address: string) => ({ kind: 'natural', name: '张三', phone: '13800000000', address })

t.test('邮编 | is taken out of an address only where it can be nothing else', async (t) => {
  const table: readonly (readonly [written: string, address: string, postcode: string | null])[] = [
    ['青禾县人民路1号', '青禾县人民路1号', null],
    ['000301 青禾县人民路1号', '青禾县人民路1号', '000301'],
    ['000301青禾县人民路1号', '青禾县人民路1号', '000301'],
    ['青禾县人民路1号 000301', '青禾县人民路1号', '000301'],
    ['青禾县人民路1号，000301', '青禾县人民路1号', '000301'],
    ['青禾县人民路1号（邮编：000301）', '青禾县人民路1号', '000301'],
    ['青禾县人民路1号，邮政编码000301', '青禾县人民路1号', '000301'],
    ['青禾县人民路1号，邮编000301，张三转', '青禾县人民路1号，张三转', '000301'],
    // numbers that are part of the address stay in it
    ['北京市100021信箱', '北京市100021信箱', null],
    ['清川大厦A座 120304', '清川大厦A座 120304', null],
    ['人民路1号120304', '人民路1号120304', null],
    ['13800000000 人民路1号', '13800000000 人民路1号', null],
    ['000301', '000301', null],
  ]
  for (const [written, address, postcode] of table) {
    const [parcel] = parcels(await life([receive('2025-03-03', { applicant: to(written) })])).parcels
    t.strictSame([parcel?.address, parcel?.postcode], [address, postcode], written)
  }
})

t.test(
  'R60 邮寄 | each addressee of a letter has an envelope; what is in it is told by name and number alone',
  async (t) => {
    const current = await life([
      receive('2025-03-03', {
        coApplicants: [{ kind: 'natural', name: '李明', address: '青禾县青禾镇人民路2号' }],
      }),
      a('2025-03-03', 'registerRequest', { officer: '周经办' }),
      a('2025-03-06', 'consultThirdParty', { id: 'p', party: '禾丰建设有限公司', interest: '商业秘密' }),
      a('2025-03-06', 'recordLetterService', { letter: 'P04', consultation: 'p', servedOn: '2025-03-06' }),
      a('2025-03-10', 'recordOpinion', { id: 'p', opinion: 'object', reasons: '含有报价' }),
      a('2025-03-11', 'decide', { outcome: 'W4', consultation: 'p', reasons: '含有报价，不能区分' }),
      a('2025-03-12', 'submitDraft', { person: '周经办' }),
      a('2025-03-12', 'approveDraft', { person: '吴法制' }),
      a('2025-03-12', 'signReply', { person: '郑局长' }),
    ])
    const last = parcels(current)
    t.strictSame(last.faults, [])
    t.strictSame(
      last.parcels.map(({ name, address, contents }) => [name, address, contents]),
      [
        ['张三', '青禾县青禾镇人民路1号', '政府信息公开申请答复书（青自然资公开答〔2025〕1号）1份'],
        ['李明', '青禾县青禾镇人民路2号', '政府信息公开申请答复书（青自然资公开答〔2025〕1号）1份'],
      ],
      'the last letter, to both; not its outcome',
    )
    t.strictSame(
      parcels(current, { to: 2 }).parcels.map(({ name }) => name),
      ['李明'],
    )
    const of = (code: string) => current.letters.find(({ letter }) => letter === code)?.n ?? 0
    t.strictSame(parcels(current, { letter: of('P04') }), {
      parcels: [],
      faults: [`${current.number}第${of('P04')}份征求意见书，收件人“禾丰建设有限公司”没有地址，请写明`],
    })
    const asked = { letter: of('P04'), address: '开发区1号 000302', phone: '0000-1' }
    t.match(parcels(current, asked).parcels, [
      {
        name: '禾丰建设有限公司',
        address: '开发区1号',
        postcode: '000302',
        phone: '0000-1',
        contents: /^征求意见书（.*询.*）1份$/,
      },
    ])
    for (const [ask, said] of [
      [{ letter: 99 }, /没有第99份送出的文书/],
      [{ letter: of('L02') }, /没有第\d+份送出的文书/],
      [{ to: 3 }, /没有第3个收件人/],
    ] as const) {
      const found = parcels(current, ask)
      t.strictSame(found.parcels, [])
      t.match(found.faults, [said])
    }
    const [sheet] = last.parcels.map((parcel) => mailingSheet(parcel, organ))
    t.strictSame(checkFields(loadTemplate('E01'), sheet), [], 'the sheet takes what the case knows')
    t.strictSame(senderOf(organ), { name: '青禾县自然资源局办公室', address: organ.address, postcode: '000000' })
    t.equal(senderOf({ ...organ, department: '青禾县自然资源局办公室' }).name, '青禾县自然资源局办公室', 'named once')
  },
)

t.test('R62 邮寄 | a number that is known is printed; what came back is sent under a new one', async (t) => {
  const acts = [
    receive('2025-03-03'),
    a('2025-03-03', 'registerRequest'),
    a('2025-03-10', 'decide', { outcome: 'G2', items: ['标准'], route: '邮寄' }),
    a('2025-03-11', 'submitDraft', { person: '周经办' }),
    a('2025-03-11', 'approveDraft', { person: '吴法制', secrecyReviewedOn: '2025-03-11' }),
    a('2025-03-11', 'signReply', { person: '郑局长' }),
  ]
  const numberOf = async (more: readonly Act[]) => parcels(await life([...acts, ...more])).parcels[0]?.mailNumber
  const sent = a('2025-03-12', 'dispatchReply', { method: 'mail', mailNumber: 'EMS1' })
  t.equal(await numberOf([]), null, 'not yet posted')
  t.equal(await numberOf([sent]), 'EMS1')
  t.equal(await numberOf([sent, a('2025-03-17', 'recordService', { returnedOn: '2025-03-17' })]), null, 'came back')
})
