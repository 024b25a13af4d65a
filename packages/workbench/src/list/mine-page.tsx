import { hasRole, useSitting } from '../app/session.tsx'
import { Title } from '../look/title.tsx'
import { CaseList } from './case-list.tsx'

/** 我的案件: what waits for whoever is signed in, the nearest day first. */
const MinePage = () => {
  const { session } = useSitting()
  const title = hasRole(session, 'officer') ? '我的案件' : '待办案件'
  return (
    <>
      <Title>{title}</Title>
      <CaseList path="/" caption={title} query={{ mine: 'true' }} empty="没有等您办理的案件" />
    </>
  )
}

export default MinePage
