import { type ReactNode, useEffect } from 'react'

interface GateProps {
  readonly title: string
  readonly words: ReactNode
  readonly children: ReactNode
}

/** A page before the workbench: the name of the house above, one thing to do below. */
export const Gate = ({ title, words, children }: GateProps) => {
  useEffect(() => {
    document.title = `${title} — 知情工作台`
  }, [title])
  return (
    <div className="gate">
      <header className="gate-brand">
        <span className="gate-mark" aria-hidden="true">
          知情
        </span>
        <span>政府信息依申请公开</span>
      </header>
      <main className="sign-in">
        <h1>{title}</h1>
        <p className="quiet">{words}</p>
        {children}
      </main>
    </div>
  )
}
