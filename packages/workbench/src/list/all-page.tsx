import { Title } from '../look/title.tsx'
import { CaseList } from './case-list.tsx'

/** 全部案件, the newest first. */
const AllPage = () => (
  <>
    <Title>全部案件</Title>
    <CaseList path="/cases" caption="全部案件" query={{ sort: 'newest' }} empty="没有符合条件的案件" />
  </>
)

export default AllPage
