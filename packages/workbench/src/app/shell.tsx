import { Button } from 'antd'
import type { ReactNode } from 'react'
import { ask } from '../api/ask.ts'
import { Bell } from '../notices/bell.tsx'
import { forgetUnread } from '../notices/unread.ts'
import { menuFor } from './menu.ts'
import { Link, useAddress } from './router.tsx'
import { useSitting } from './session.tsx'

export interface SizeChoice {
  readonly large: boolean
  readonly onLarge: (large: boolean) => void
}

export const SizeButton = ({ large, onLarge }: SizeChoice) => (
  <Button onClick={() => onLarge(!large)} aria-pressed={large}>
    {large ? '普通字' : '大字版'}
  </Button>
)

/** A list of another organ's cases is another entry than that of one's own. */
const isHere = (address: string, to: string): boolean =>
  address.split('?')[0] === to.split('?')[0] && address.includes('supervised=true') === to.includes('supervised=true')

const Menu = () => {
  const { session } = useSitting()
  const address = useAddress()
  return (
    <nav aria-label="工作台">
      <ul className="menu">
        {menuFor(session).map(({ to, zh }) => (
          <li key={to}>
            <Link to={to} aria-current={isHere(address, to) ? 'page' : undefined}>
              {zh}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

interface ShellProps {
  readonly size: SizeChoice
  readonly onSignedOut: () => void
  readonly children: ReactNode
}

const Who = () => {
  const { session, words } = useSitting()
  const { person, organ } = session
  return (
    <p className="who">
      <span>{organ?.name ?? '不属于任何机关'}</span>
      <span>
        {person.displayName}（{person.roles.map((role) => words.roles[role]).join('、')}）
      </span>
    </p>
  )
}

/** What stands around every page: whose desk it is, the menu, the page. */
export const Shell = ({ size, onSignedOut, children }: ShellProps) => {
  const { via } = useSitting().session
  const signOut = async () => {
    await ask('/sessions', { method: 'DELETE' })
    forgetUnread()
    // Who came through the provider is signed out there as well, where it has a page for it.
    if (via === 'provider') location.assign('/api/v1/sign-on/end')
    else onSignedOut()
  }
  return (
    <div className="shell">
      <a className="skip" href="#page">
        跳到正文
      </a>
      <header className="top">
        <Link to="/" className="brand">
          <span aria-hidden="true">知情</span>
          <span className="unseen">知情：</span>依申请公开工作台
        </Link>
        <Who />
        <Bell />
        <SizeButton {...size} />
        <Button onClick={() => void signOut()}>退出</Button>
      </header>
      <div className="body">
        <Menu />
        <main id="page" tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  )
}
