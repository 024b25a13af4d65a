import { Link, useAddress } from '../app/router.tsx'
import { useUnread } from './unread.ts'

const most = 100

const figure = (unread: number): string => (unread >= most ? `${most - 1}+` : String(unread))

/** 通知 with how many are new; a change is read out politely. */
export const Bell = () => {
  const unread = useUnread() ?? 0
  const here = useAddress().split('?')[0] === '/notices'
  return (
    <>
      <Link to="/notices" className="bell" aria-current={here ? 'page' : undefined}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M10 2a5 5 0 0 0-5 5v4l-2 3h14l-2-3V7a5 5 0 0 0-5-5Zm-2 13a2 2 0 0 0 4 0Z" fill="currentColor" />
        </svg>
        通知
        {unread > 0 && (
          <span className="bell-count">
            {figure(unread)}
            <span className="unseen">件新的</span>
          </span>
        )}
      </Link>
      <span role="status" className="unseen">
        {unread > 0 ? `有${figure(unread)}件新情况` : ''}
      </span>
    </>
  )
}
