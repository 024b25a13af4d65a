import type { KeptOrgan } from '@zhiqing/db'
import { takesOnline } from '../apply/takes-online.js'
import { OrganContact } from '../look/organ-contact.js'

/** One organ: apply to it here, or how else. */
export const OrganCard = ({ kept: { id, organ } }: { kept: KeptOrgan }) => (
  <li className="card">
    <h3>{organ.name}</h3>
    {takesOnline(organ) ? (
      <p>
        <a className="button small" href={`/apply/${encodeURIComponent(id)}`}>
          向{organ.name}申请
        </a>
      </p>
    ) : (
      <p>这个机关没有公布网上受理，请当面提交或者邮寄。</p>
    )}
    <OrganContact organ={organ} />
  </li>
)
