import { mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Day, Organ } from '@zhiqing/law'
import { chromium, type Page } from 'playwright-core'
import t from 'tap'
import { applied, checked, fieldsOf, filledIn, openPortal, queryCode, browser as visitorOf } from './portal-counter.js'

/**
 * Pictures of the applicants' pages for the README and for the eye: `pnpm --filter @zhiqing/test screens [FOLDER]`.
 * Ordinary and large type on a phone, the touch screen of the hall; a made-up organ, a made-up person.
 */
const folder = process.argv[2] ?? fileURLToPath(new URL('../../packages/portal/screens', import.meta.url))
mkdirSync(folder, { recursive: true })
/** For the README one screenful in ordinary sharpness; into a folder of one's own the whole page. */
const whole = process.argv[2] !== undefined
// Not a test: nothing ends it but its end.
t.setTimeout(0)

const guide: Organ['guide'] = {
  updatedOn: '2025-01-06',
  categories: ['征地批文、征地公告、补偿安置方案', '国土空间规划', '不动产登记的规定和办事指南'],
  fax: '0999-6810019',
  email: 'zrzyj-gongkai@qinghe.example',
}

const portal = await openPortal({
  change: (cabinet) => ({
    ...cabinet,
    organ: async (id, on) => {
      const kept = await cabinet.organ(id, on)
      return kept && { ...kept, organ: { ...kept.organ, guide, disclosureUrl: 'https://www.qinghe.example/zwgk' } }
    },
  }),
})
await portal.app.listen({ port: 0, host: '127.0.0.1' })
const base = `http://127.0.0.1:${(portal.app.server.address() as AddressInfo).port}`

const one = await applied(portal)
await portal.staff(one.id, '2025-03-03', 'registerRequest', 'registrar')
await portal.staff(one.id, '2025-03-07', 'consultThirdParty', 'officer', {
  id: '三',
  party: '绿野公司',
  interest: '商业秘密',
})
await portal.staff(one.id, '2025-03-12', 'recordOpinion', 'officer', { id: '三', opinion: 'consent' })
portal.office.today = '2025-03-17' as Day

const chrome = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--lang=zh-CN'],
})

const form = {
  ...filledIn,
  'information.description': '青禾镇2023年第5批次建设用地：\n1. 征地补偿标准\n2. 安置方案',
}

/** A browser with the cookies of somebody who has filled the form in, or filed it. */
const pageOf = async (width: number, filed: boolean): Promise<Page> => {
  const visitor = visitorOf(portal)
  const check = await checked(visitor, filed ? filledIn : form)
  if (filed) await visitor.post('/apply/QHZR/submit', fieldsOf(check.body))
  const context = await chrome.newContext({
    viewport: { width, height: Math.round(width * 1.9) },
    deviceScaleFactor: whole && width < 600 ? 2 : 1,
    locale: 'zh-CN',
  })
  await context.addCookies(
    [...visitor.cookies].filter(([, value]) => value).map(([name, value]) => ({ name, value, url: base })),
  )
  return context.newPage()
}

const pictures: Readonly<Record<string, string>> = {
  start: '/',
  guide: '/guide/QHZR',
  who: '/apply/QHZR/who',
  what: '/apply/QHZR/what',
  several: '/apply/QHZR/several',
  check: '/apply/QHZR/check',
  calculator:
    '/why?year=2025&month=9&date=25&asked.from.year=2025&asked.from.month=10&asked.from.date=9&asked.to.year=2025&asked.to.month=10&asked.to.date=15',
}

const shoot = async (page: Page, name: string): Promise<void> => {
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: whole })
  console.log(join(folder, `${name}.png`))
}

for (const size of ['ordinary', 'large']) {
  const page = await pageOf(390, false)
  await page.goto(base)
  if (size === 'large') await page.click('text=大字版')
  for (const [name, path] of Object.entries(pictures)) {
    await page.goto(base + path)
    await shoot(page, size === 'large' ? `${name}-large` : name)
  }
  const filed = await pageOf(390, true)
  await filed.goto(base)
  if (size === 'large') await filed.click('text=大字版')
  await filed.goto(`${base}/receipt`)
  await shoot(filed, size === 'large' ? 'receipt-large' : 'receipt')
  await filed.goto(`${base}/lookup`)
  await filed.fill('[name=number]', one.number)
  await filed.fill('[name=code]', queryCode)
  await filed.click('main button')
  await filed.waitForURL('**/case')
  await shoot(filed, size === 'large' ? 'case-large' : 'case')
}

const hall = await pageOf(1080, false)
await hall.goto(`${base}/?kiosk`)
await shoot(hall, 'kiosk')

await chrome.close()
await portal.app.close()
process.exit()
