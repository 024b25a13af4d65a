import { existsSync } from 'node:fs'
import type { Caller } from './desk-caller.js'
import { type Figure, median, timed } from './figure.js'
import { chromiumPath } from './peers/chromium.js'
import { fromTests } from './peers/from-tests.js'

/** The part of playwright-core that is used here. */
interface Page {
  goto(url: string): Promise<unknown>
  waitForSelector(selector: string): Promise<unknown>
}
interface Context {
  addCookies(cookies: readonly object[]): Promise<void>
  newPage(): Promise<Page>
  newCDPSession(page: Page): Promise<{
    send(method: string): Promise<unknown>
    on(event: string, heard: (of: { readonly encodedDataLength: number }) => void): void
  }>
}
interface Playwright {
  readonly chromium: {
    launch(options: object): Promise<{ newContext(): Promise<Context>; close(): Promise<void> }>
  }
}

const flags = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync']
const visits = 10
const row = 'table.cases tbody tr'
/** The case, what may be done beside it, and the checks that come last. */
const wholeCase = '.case-main #risks :is(li, p, table)'

interface Desk {
  /** Of the service, without a path. */
  readonly address: string
  readonly officer: Caller
  /** Cases to open. */
  readonly ids: readonly string[]
}

const signedIn = async (context: Context, { address, officer }: Desk): Promise<Page> => {
  await context.addCookies([
    { name: 'zhiqing', value: officer.token, url: address, httpOnly: true, sameSite: 'Strict' },
  ])
  return context.newPage()
}

/** The first visit of a browser that has seen nothing: what comes over the line, and when the list is there. */
const firstLoad = async (context: Context, desk: Desk, page: Page): Promise<Figure[]> => {
  const wire = await context.newCDPSession(page)
  await wire.send('Network.enable')
  let bytes = 0
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  const took = await timed(async () => {
    await page.goto(`${desk.address}/desk`)
    await page.waitForSelector(row)
  })
  return [
    {
      name: 'desk.browser.bytes',
      zh: '工作台第一次打开，传输量（Chromium）',
      value: bytes / 1024,
      unit: 'kB',
      bar: { most: 600 },
    },
    { name: 'desk.browser.first', zh: '同上，到我的案件列出', value: took, unit: 'ms' },
  ]
}

const visit = async (page: Page, of: (n: number) => { url: string; shown: string }): Promise<number> => {
  const samples: number[] = []
  for (let n = 0; n < visits; n++) {
    const { url, shown } = of(n)
    await page.goto('about:blank')
    samples.push(
      await timed(async () => {
        await page.goto(url)
        await page.waitForSelector(shown)
      }),
    )
  }
  return median(samples)
}

/** The staff's pages in a real browser, from the address to what can be read; the program itself is in its cache. */
export const measureInBrowser = async (desk: Desk): Promise<readonly Figure[]> => {
  const executablePath = chromiumPath()
  const found = existsSync(executablePath)
    ? ((await fromTests('playwright-core')) as Playwright | undefined)
    : undefined
  const built = (await fetch(`${desk.address}/desk`)).ok
  if (!found || !built) {
    console.error(
      '没有在浏览器里量工作台：要有 /usr/bin/chromium（或者用 CHROMIUM 指明）、测试用的依赖和构建好的工作台。',
    )
    return []
  }
  const browser = await found.chromium.launch({ executablePath, headless: true, args: flags })
  try {
    const context = await browser.newContext()
    const page = await signedIn(context, desk)
    const first = await firstLoad(context, desk, page)
    const at = (path: string, shown: string) => visit(page, () => ({ url: `${desk.address}/desk${path}`, shown }))
    const cases = await visit(page, (n) => ({
      url: `${desk.address}/desk/cases/${desk.ids[n % desk.ids.length]}`,
      shown: wholeCase,
    }))
    return [
      ...first,
      { name: 'desk.browser.mine', zh: '再打开：我的案件列出', value: await at('/', row), unit: 'ms' },
      { name: 'desk.browser.case', zh: '打开一个案件，到检查也显示', value: cases, unit: 'ms' },
      {
        name: 'desk.browser.search',
        zh: '打开一次检索的结果',
        value: await at(`/cases?q=${encodeURIComponent('补偿')}`, row),
        unit: 'ms',
      },
    ]
  } finally {
    await browser.close()
  }
}
