import { type ComponentType, lazy, Suspense, useEffect } from 'react'
import { homeOf } from './menu.ts'
import { go, useAddress } from './router.tsx'
import { useSitting } from './session.tsx'

interface PageProps {
  readonly parts: readonly string[]
}

type PageModule = () => Promise<{ default: ComponentType<PageProps> }>

const page = (pattern: RegExp, load: PageModule) => ({ pattern, Page: lazy(load) })

/** Every page and its address; each is loaded when somebody first goes there. */
const pages = [
  page(/^\/$/, () => import('../list/mine-page.tsx')),
  page(/^\/cases$/, () => import('../list/all-page.tsx')),
  page(/^\/register$/, () => import('../register/register-page.tsx')),
  page(/^\/cases\/([\w-]+)\/outcome$/, () => import('../outcome/outcome-page.tsx')),
  page(/^\/cases\/([\w-]+)\/review$/, () => import('../queue/review-page.tsx')),
  page(/^\/sign$/, () => import('../queue/sign-page.tsx')),
  page(/^\/assign$/, () => import('../queue/assign-page.tsx')),
  page(/^\/dispatch$/, () => import('../dispatch/dispatch-page.tsx')),
  page(/^\/tasks$/, () => import('../tasks/tasks-page.tsx')),
  page(/^\/remedies$/, () => import('../remedies/remedies-page.tsx')),
  page(/^\/report$/, () => import('../report/report-page.tsx')),
  page(/^\/report\/(20\d\d)\/cells\/([\w.]+)\/(\w+)$/, () => import('../report/behind-page.tsx')),
  page(/^\/roll-up$/, () => import('../report/roll-up-page.tsx')),
  page(/^\/statistics$/, () => import('../statistics/statistics-page.tsx')),
  page(/^\/hot$/, () => import('../hot/hot-page.tsx')),
  page(/^\/model-cases$/, () => import('../model-cases/model-cases-page.tsx')),
  page(/^\/cases\/([\w-]+)\/model-case$/, () => import('../model-cases/propose-page.tsx')),
  page(/^\/settings$/, () => import('../settings/settings-page.tsx')),
  page(/^\/notice$/, () => import('../calendar/notice-page.tsx')),
  page(/^\/notices$/, () => import('../notices/notices-page.tsx')),
  page(/^\/templates$/, () => import('../templates/templates-page.tsx')),
  page(/^\/staff$/, () => import('../staff/staff-page.tsx')),
  page(/^\/organs$/, () => import('../organs/organs-page.tsx')),
  page(/^\/security-log$/, () => import('../security-log/log-page.tsx')),
  page(/^\/account$/, () => import('../account/account-page.tsx')),
  page(/^\/cases\/([\w-]+)$/, () => import('../case/case-page.tsx')),
]

/** The page of the address. */
export const Pages = () => {
  const [path = '/'] = useAddress().split('?')
  const home = homeOf(useSitting().session)
  const elsewhere = path === '/' && home !== '/'
  useEffect(() => {
    if (elsewhere) go(home, { replace: true })
  }, [elsewhere, home])
  if (elsewhere) return null
  for (const { pattern, Page } of pages) {
    const parts = pattern.exec(path)
    if (parts)
      return (
        <Suspense fallback={<p className="waiting">正在打开……</p>}>
          <Page key={path} parts={parts.slice(1)} />
        </Suspense>
      )
  }
  return (
    <>
      <h1>没有这个页面</h1>
      <p>地址可能写错了，请从左边的菜单进入。</p>
    </>
  )
}
