import type { Organ } from '@zhiqing/law'
import { Telephone } from './telephone.js'

/** How to reach an organ by telephone or on foot. */
export const OrganContact = ({ organ }: { organ: Organ }) => (
  <dl className="contact">
    <div>
      <dt>电话</dt>
      <dd>
        <Telephone text={organ.telephone} />
      </dd>
    </div>
    <div>
      <dt>地址</dt>
      <dd>
        {organ.address}，{organ.department}（邮编{organ.postcode}）
      </dd>
    </div>
    <div>
      <dt>办公时间</dt>
      <dd>{organ.hours}</dd>
    </div>
  </dl>
)
