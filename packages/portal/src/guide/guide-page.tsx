import type { KeptOrgan } from '@zhiqing/db'
import { type Channel, channelNames, courtOf, type Day, inChinese, isDay, reconsiderationOrganOf } from '@zhiqing/law'
import { useContext } from 'react'
import { takesOnline } from '../apply/takes-online.js'
import { AtKiosk } from '../kiosk/kiosk.js'
import { OrganContact } from '../look/organ-contact.js'
import { Telephone } from '../look/telephone.js'

interface GuideProps {
  readonly kept: KeptOrgan
}

const dayWords = (on: string): string => (isDay(on) ? inChinese(on as Day) : on)

const WhatThereIs = ({ kept: { organ } }: GuideProps) => {
  const kiosk = useContext(AtKiosk)
  return (
    <section aria-labelledby="kinds">
      <h2 id="kinds">有哪些信息</h2>
      {organ.guide && organ.guide.categories.length > 0 ? (
        <ul>
          {organ.guide.categories.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      ) : null}
      {organ.disclosureUrl ? (
        <p>
          已经主动公开的，不用申请，直接看：
          {kiosk ? (
            <span className="verbatim">{organ.disclosureUrl}</span>
          ) : (
            <a href={organ.disclosureUrl}>{organ.name}主动公开的信息</a>
          )}
        </p>
      ) : (
        <p>已经主动公开的，不用申请，请看本机关的网站，或者打电话问。</p>
      )}
    </section>
  )
}

const published = (channel: Channel, on: string) => (
  <li key={channel}>
    {channelNames[channel]}（{dayWords(on)}公布）
  </li>
)

const Ways = ({ kept: { organ } }: GuideProps) => (
  <section aria-labelledby="ways">
    <h2 id="ways">怎样申请</h2>
    <p>当面提交、邮寄的，一定会收。写字确实有困难的，可以口头提出，由工作人员代为填写。还可以：</p>
    <ul>
      {(Object.entries(organ.channels) as [Channel, string][]).map(([channel, on]) => published(channel, on))}
      {Object.keys(organ.channels).length === 0 ? <li>用您方便的其他方式，本机关没有限定</li> : null}
    </ul>
    <p>
      申请里要写：姓名或者单位名称、身份证明、联系方式；要的信息的名称、文号，或者能查到它的其他特征；要什么形式、怎样给您。不用说明用途。
    </p>
  </section>
)

const Then = ({ kept: { organ } }: GuideProps) => (
  <section aria-labelledby="then">
    <h2 id="then">收到申请以后</h2>
    <ul>
      <li>能当场答复的当场答复；不能的，自收到的第二天起20个工作日以内答复。确实需要延长的，最多再加20个工作日。</li>
      <li>内容不清楚的，7个工作日以内一次告诉您怎样补正。</li>
      <li>不收费。申请的数量、次数明显超过合理范围的，可能收取信息处理费，会先书面通知。</li>
      <li>
        不同意答复的，可以向{reconsiderationOrganOf(organ)}申请行政复议，或者依法向{courtOf(organ)}
        提起行政诉讼；哪一条路、到哪一天，答复书上会写明。
      </li>
    </ul>
    <p>
      哪一天到期，可以用<a href="/why">期限计算</a>算一算。
    </p>
  </section>
)

const More = ({ kept: { organ } }: GuideProps) => {
  const { fax, email } = organ.guide ?? {}
  return fax || email ? (
    <dl className="contact">
      {fax ? (
        <div>
          <dt>传真</dt>
          <dd>
            <Telephone text={fax} />
          </dd>
        </div>
      ) : null}
      {email ? (
        <div>
          <dt>邮箱</dt>
          <dd className="verbatim">{email}</dd>
        </div>
      ) : null}
    </dl>
  ) : null
}

/** 政府信息公开指南, from the organ's record: nothing on it is written twice anywhere (条例 12). */
export const GuidePage = ({ kept }: GuideProps) => {
  const { id, organ } = kept
  const at = encodeURIComponent(id)
  return (
    <>
      <h1>
        <span className="above">{organ.name}</span>政府信息公开指南
      </h1>
      <p className="updated">
        {organ.guide ? (
          <>
            更新日期：<strong>{dayWords(organ.guide.updatedOn)}</strong>
          </>
        ) : (
          '更新日期：本机关还没有填写'
        )}
      </p>
      <WhatThereIs kept={kept} />
      <Ways kept={kept} />
      <p>
        {takesOnline(organ) ? (
          <a className="button" href={`/apply/${at}`}>
            在网上申请
          </a>
        ) : null}
        <a className="button second" href={`/guide/${at}/L01.pdf`}>
          空白申请表（PDF）
        </a>
      </p>
      <Then kept={kept} />
      <section aria-labelledby="office">
        <h2 id="office">公开工作机构</h2>
        <OrganContact organ={organ} />
        <More kept={kept} />
      </section>
    </>
  )
}
