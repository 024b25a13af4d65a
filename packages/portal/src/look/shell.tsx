import type { ReactNode } from 'react'
import type { Demo } from '../services.js'
import { iconPath, stylePath } from './assets.js'
import { type SizeWay, TextSizeButton } from './text-size.js'

export interface ShellProps {
  readonly title: string
  /** Says in the window's title that something has to be mended. */
  readonly faulty: boolean
  readonly demo: Demo | undefined
  readonly large: boolean
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

const Head = ({ title, faulty }: Pick<ShellProps, 'title' | 'faulty'>) => (
  <head>
    <meta charSet="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="format-detection" content="telephone=no" />
    <title>{`${faulty ? '需要改正：' : ''}${title} - ${siteName}`}</title>
    <link rel="stylesheet" href={stylePath} />
    <link rel="icon" href={iconPath} type="image/svg+xml" />
  </head>
)

const DemoBand = () => (
  <p className="demo">
    <strong>演示</strong>：这里的机关、人员和案件都是虚构的，请不要填写真实的个人信息。
  </p>
)

const Top = ({ path, large, sizeWay, demo }: Pick<ShellProps, 'path' | 'large' | 'sizeWay' | 'demo'>) => (
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
      <TextSizeButton large={large} way={sizeWay} />
      <nav aria-label="主要页面">
        <ul>
          {links.map(({ href, text }) => (
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

const Foot = () => (
  <footer className="foot">
    <div className="wide">
      <p>
        阅读、书写有困难，或者看不清、听不清的，可以请家人帮忙，也可以打电话或者到机关窗口，工作人员会帮您填写。
        <a href="/#organs">各机关的电话和地址</a>
      </p>
    </div>
  </footer>
)

/** What stands around every page. */
export const Shell = ({ title, faulty, demo, large, path, sizeWay, children }: ShellProps) => (
  <html lang="zh-CN" className={large ? 'large' : undefined}>
    <Head title={title} faulty={faulty} />
    <body>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <Top path={path} large={large} sizeWay={sizeWay} demo={demo} />
      <main id="main" className="wide" tabIndex={-1}>
        {children}
      </main>
      <Foot />
    </body>
  </html>
)
