import type { KeptOrgan } from '@zhiqing/db'
import { takesOnline } from '../apply/takes-online.js'
import { OrganContact } from '../look/organ-contact.js'

/** One organ: apply to it here, or how else; its guide and its empty form. */
export const OrganCard = ({ kept: { id, organ }, level: Heading = 'h3' }: { kept: KeptOrgan; level?: 'h2' | 'h3' }) => {
  const at = encodeURIComponent(id)
  return (
    <li className="card">
      <Heading>{organ.name}</Heading>
      {takesOnline(organ) ? (
        <p>
          <a className="button small" href={`/apply/${at}`}>
            向{organ.name}申请
          </a>
        </p>
      ) : (
        <p>这个机关没有公布网上受理，请当面提交或者邮寄。</p>
      )}
      <OrganContact organ={organ} />
      <ul className="links">
        <li>
          <a href={`/guide/${at}`}>
            公开指南<span className="unseen">：{organ.name}</span>
          </a>
        </li>
        <li>
          <a href={`/guide/${at}/L01.pdf`}>
            空白申请表（PDF）<span className="unseen">：{organ.name}</span>
          </a>
        </li>
      </ul>
    </li>
  )
}
