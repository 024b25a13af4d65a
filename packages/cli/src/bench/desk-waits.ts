import type { Caller } from './desk-caller.js'

/** Everybody of the demo that somebody waits as. */
export interface Desks {
  readonly officer: Caller
  readonly registrar: Caller
  readonly head: Caller
  readonly supervisor: Caller
}

/** One thing that a person does and waits for; `n` is which time it is. */
export interface Wait {
  readonly name: string
  readonly zh: string
  /** Milliseconds that nineteen of twenty may take at the most. */
  readonly most: number
  readonly times: number
  readonly work: (n: number) => Promise<unknown>
}

interface Listed {
  readonly cases: readonly { readonly id: string; readonly number: string | null }[]
  readonly next: string | null
}

const inTurn = <T>(of: readonly T[], n: number): T => of[n % of.length] as T
const usual = 300

/** A page of the case, as the workbench makes it: the case, what may be done, the risks, the applicant's other requests. */
const casePage = (caller: Caller, id: string): Promise<unknown> =>
  Promise.all(['', '/acts', '/risks', '/related'].map((part) => caller.get(`/cases/${id}${part}`)))

const search = (words: string): string => `/cases?sort=newest&q=${encodeURIComponent(words)}`

/** Words of every kind: rare and common, short and long, of names and of things, and of nothing that is there. */
const names = ['张桂兰', '王伟', '李春生', '欧阳', '赵敏', '陈志远', '周海涛', '诸葛孔明']
const things = ['补偿', '征地', '规划', '低保', '监理日志', '老旧小区改造', '东河村2019年', '环境影响评价批复']
const everywhere = ['青禾', '2026', '村', '资金', '审批']
const nowhere = ['龘龘', '量子计算', '海洋捕捞许可']

const searches = ({ officer }: Desks, found: Listed): Wait[] => {
  const times = 40
  const by = (words: readonly string[]) => (n: number) => officer.get(search(inTurn(words, n)))
  const numbers = found.cases.flatMap(({ number }) => (number ? [number] : []))
  const most = usual
  return [
    { name: 'desk.search.name', zh: '检索：姓名', most, times, work: by(names) },
    { name: 'desk.search.words', zh: '检索：申请内容（两个字起）', most, times, work: by(things) },
    { name: 'desk.search.common', zh: '检索：到处都有的字（含一个字）', most, times, work: by(everywhere) },
    { name: 'desk.search.nothing', zh: '检索：没有的字', most, times, work: by(nowhere) },
    { name: 'desk.search.number', zh: '检索：受理编号', most, times, work: by(numbers) },
    {
      name: 'desk.search.year',
      zh: '检索：编号、文号的一段',
      most,
      times,
      work: by(['QHZR2021', '〔2022〕', '2023000']),
    },
    {
      name: 'desk.search.mine',
      zh: '在我的案件里检索',
      most,
      times,
      work: (n) => officer.get(`/cases?mine=true&q=${encodeURIComponent(inTurn([...things, ...everywhere], n))}`),
    },
    {
      name: 'desk.search.filtered',
      zh: '检索并且按状态筛选',
      most,
      times,
      work: (n) => officer.get(`${search(inTurn(things, n))}&state=${inTurn(['archived', 'searching', 'served'], n)}`),
    },
  ]
}

const lists = ({ officer, registrar, head, supervisor }: Desks): Wait[] => {
  const pages = (path: string) => {
    let next: string | null = null
    return async (caller: Caller): Promise<void> => {
      const cursor: string = next === null ? '' : `&after=${encodeURIComponent(next)}`
      next = (await caller.get<Listed>(path + cursor)).next
    }
  }
  const [mine, newest, due] = [pages('/cases?mine=true'), pages('/cases?sort=newest'), pages('/cases?sort=due')]
  const filtered = ['state=served', 'state=searching', 'state=archived', `officer=${encodeURIComponent('王建国')}`]
  const [most, times] = [usual, 40]
  return [
    { name: 'desk.mine', zh: '我的案件，近的在前，一页一页', most, times, work: () => mine(officer) },
    { name: 'desk.mine.registrar', zh: '待办案件（登记）', most, times, work: () => registrar.get('/cases?mine=true') },
    { name: 'desk.mine.head', zh: '待办案件（负责人）', most, times, work: () => head.get('/cases?mine=true') },
    { name: 'desk.due', zh: '在办的全部，近的在前，一页一页', most, times, work: () => due(head) },
    { name: 'desk.all', zh: '全部案件，一页一页', most, times, work: () => newest(officer) },
    {
      name: 'desk.all.filtered',
      zh: '全部案件，按状态、经办人筛选',
      most,
      times,
      work: (n) => officer.get(`/cases?sort=newest&${inTurn(filtered, n)}`),
    },
    { name: 'desk.remedies', zh: '复议诉讼台账', most, times: 20, work: () => officer.get('/remedies') },
    { name: 'desk.tasks', zh: '协查任务', most, times: 20, work: () => officer.get('/tasks') },
    {
      name: 'desk.supervised',
      zh: '所主管机关的案件',
      most,
      times: 20,
      work: () => supervisor.get('/cases?supervised=true&sort=due'),
    },
    { name: 'desk.colleagues', zh: '经办人和各人手上的件数', most, times: 20, work: () => head.get('/colleagues') },
    { name: 'desk.statistics', zh: '运行统计', most, times: 20, work: () => head.get('/statistics') },
    {
      name: 'desk.statistics.supervised',
      zh: '运行统计，所主管的各机关',
      most,
      times: 20,
      work: () => supervisor.get('/statistics'),
    },
  ]
}

/** A new request at the counter: what the same person asked before, receive, register, and whether it is a double one. */
const registering = ({ registrar }: Desks, found: Listed): Wait[] => {
  const request = (n: number) => ({
    channel: 'inPerson',
    applicant: { kind: 'natural', name: `陈量${n % 7}`, phone: `1380000000${n % 7}` },
    information: { description: `第${n % 5}次测速用的申请` },
  })
  const received: string[] = []
  const [most, times] = [usual, 40]
  return [
    {
      name: 'desk.earlier',
      zh: '录入时看这个人以前的申请',
      most,
      times,
      work: (n) => registrar.get(`/cases?limit=10&q=${encodeURIComponent(inTurn(names, n))}`),
    },
    {
      name: 'desk.receive',
      zh: '收到一件',
      most,
      times,
      work: async (n) => received.push((await registrar.post<{ id: string }>('/cases', request(n))).id),
    },
    {
      name: 'desk.register',
      zh: '登记一件（查重）',
      most,
      times,
      work: (n) => registrar.post(`/cases/${received[n]}/commands/registerRequest`, {}),
    },
    {
      name: 'desk.related',
      zh: '同一申请人的其他申请、重复申请',
      most,
      times,
      work: (n) => registrar.get(`/cases/${n % 2 ? inTurn(received, n) : inTurn(found.cases, n).id}/related`),
    },
  ]
}

const ofOneCase = ({ officer }: Desks, found: Listed): Wait[] => {
  const one = (n: number): string => inTurn(found.cases, n * 7).id
  const [most, times] = [200, 40]
  return [
    { name: 'desk.casePage', zh: '案件页，四个请求都到', most, times, work: (n) => casePage(officer, one(n)) },
    { name: 'desk.case', zh: '其中案件本身', most, times, work: (n) => officer.get(`/cases/${one(n)}`) },
    { name: 'desk.trace', zh: '为什么是这一天', most, times, work: (n) => officer.get(`/cases/${one(n)}/trace`) },
    { name: 'desk.facts', zh: '台账', most, times, work: (n) => officer.get(`/cases/${one(n)}/facts`) },
  ]
}

/** Everything that somebody at a desk waits for. */
export const waitsOf = async (desks: Desks): Promise<Wait[]> => {
  const [open, all] = await Promise.all([
    desks.officer.get<Listed>('/cases?sort=due&limit=100'),
    desks.officer.get<Listed>('/cases?sort=newest&limit=100&state=archived'),
  ])
  const found = { cases: [...open.cases, ...all.cases], next: null }
  return [...ofOneCase(desks, found), ...lists(desks), ...searches(desks, found), ...registering(desks, found)]
}
