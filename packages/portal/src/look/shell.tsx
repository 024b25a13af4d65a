import type { ReactNode } from 'react'
import { AtKiosk, type KioskTimes } from '../kiosk/kiosk.js'
import type { Demo } from '../services.js'
import { iconPath, scriptPath, stylePath } from './assets.js'
import { LookButtons, type Looks, type SizeWay } from './text-size.js'

export interface ShellProps {
  readonly title: string
  /** Says in the window's title that something has to be mended. */
  readonly faulty: boolean
  readonly demo: Demo | undefined
  readonly looks: Looks
  /** The touch screen in the hall: when a visit ends that nobody goes on with. */
  readonly kiosk: KioskTimes | undefined
  /** Applicants may sign in here. */
  readonly account: boolean
  /** The page's own address; none on the answer to a form. */
  readonly path: string | undefined
  readonly sizeWay: SizeWay
  readonly children: ReactNode
}

const siteName = '政府信息依申请公开'

const links = [
  { href: '/', text: '首页' },
  { href: '/lookup', text: '查询进度' },
  { href: '/why', text: '期限计算' },
] as const
const accountLink = { href: '/account', text: '我的申请' } as const

const Head = ({ title, faulty }: Pick<ShellProps, 'title' | 'faulty'>) => (
  <head>
    <meta charSet="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="format-detection" content="telephone=no" />
    <title>{`${faulty ? '需要改正：' : ''}${title} - ${siteName}`}</title>
    <link rel="stylesheet" href={stylePath} />
    <link rel="icon" href={iconPath} type="image/svg+xml" />
    <script defer src={scriptPath} />
  </head>
)

const DemoBand = () => (
  <p className="demo">
    <strong>演示</strong>：这里的机关、人员和案件都是虚构的，请不要填写真实的个人信息。
  </p>
)

const Top = ({
  path,
  looks,
  sizeWay,
  demo,
  account,
}: Pick<ShellProps, 'path' | 'looks' | 'sizeWay' | 'demo' | 'account'>) => (
  <header className="top">
    {demo ? <DemoBand /> : null}
    <div className="wide">
      <a className="site" href="/">
        <span className="seal" aria-hidden="true">
          <i>知</i>
          <i>情</i>
        </span>
        <span className="site-name">{siteName}</span>
      </a>
      <LookButtons now={looks} way={sizeWay} />
      <nav aria-label="主要页面">
        <ul>
          {[...links, ...(account ? [accountLink] : [])].map(({ href, text }) => (
            <li key={href}>
              <a href={href} aria-current={path === href ? 'page' : undefined}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  </header>
)

/** Always within reach at the touch screen; the script waits with it for who has walked away. */
const EndHere = ({ times: { idleSeconds, warnSeconds }, home }: { times: KioskTimes; home: boolean }) => (
  <form
    method="post"
    action="/kiosk/end"
    className="end-here"
    data-idle={idleSeconds}
    data-warn={warnSeconds}
    data-home={home ? '' : undefined}
  >
    <button type="submit" className="second">
      办完了，清除屏幕
    </button>
  </form>
)

const Foot = ({ kiosk, path }: Pick<ShellProps, 'kiosk' | 'path'>) => (
  <footer className="foot">
    <div className="wide">
      {kiosk ? <EndHere times={kiosk} home={path === '/' || path === '/?kiosk'} /> : null}
      <p>
        阅读、书写有困难，或者看不清、听不清的，可以请家人帮忙，也可以打电话或者到机关窗口，工作人员会帮您填写。
        <a href="/#organs">各机关的电话和地址</a>
      </p>
    </div>
  </footer>
)

const classOf = ({ large, contrast }: Looks, kiosk: boolean): string | undefined =>
  [large ? 'large' : '', contrast ? 'contrast' : '', kiosk ? 'kiosk' : ''].filter(Boolean).join(' ') || undefined

/** What stands around every page. */
export const Shell = ({ title, faulty, demo, looks, kiosk, account, path, sizeWay, children }: ShellProps) => (
  <html lang="zh-CN" className={classOf(looks, kiosk !== undefined)}>
    <Head title={title} faulty={faulty} />
    <body>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <Top path={path} looks={looks} sizeWay={sizeWay} demo={demo} account={account} />
      <main id="main" className="wide" tabIndex={-1}>
        <AtKiosk.Provider value={kiosk !== undefined}>{children}</AtKiosk.Provider>
      </main>
      <Foot kiosk={kiosk} path={path} />
    </body>
  </html>
)
