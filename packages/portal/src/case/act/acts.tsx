import { viewOf } from '@zhiqing/casework'
import { inChinese } from '@zhiqing/law'
import { applicantMay } from '../applicant-acts.js'
import { CorrectionItems } from '../correction-wanted.js'
import { paymentWords } from '../payment-words.js'
import { reasonsUntil } from '../reasons-wanted.js'
import type { Act } from './act.js'

const longWords = '请一项一项地写清楚。最多10000个字。'

const correction: Act = {
  path: 'correction',
  command: 'receiveCorrection',
  title: '补正申请',
  label: '补正内容',
  hint: longWords,
  required: true,
  most: 10_000,
  button: '提交补正',
  kinds: ['authorization', 'identity', 'other'],
  may: (current) => applicantMay(current, 'receiveCorrection'),
  Intro: ({ opened: { current } }) => (
    <>
      <p>需要您补充或者说明的是：</p>
      <CorrectionItems items={current.corrections.at(-1)?.items ?? []} />
    </>
  ),
  notNow: '这份申请现在不需要补正，或者补正期限已经过了。如果有正当理由，请尽快联系我们。',
  done: { title: '补正已经收到', stamp: '收讫', words: '从明天起，答复期限重新计算。' },
}

const reasons: Act = {
  path: 'reasons',
  command: 'receiveReasons',
  title: '说明理由',
  label: '您的理由',
  hint: '说明为什么在这段时间提出这么多件申请就行，用自己的话写。最多10000个字。',
  required: true,
  most: 10_000,
  button: '提交理由',
  kinds: ['other'],
  may: (current) => applicantMay(current, 'receiveReasons'),
  Intro: ({ opened }) => (
    <>
      <p>您近来提出的申请比较多，我们想了解原因（政府信息公开条例第三十五条）。{reasonsUntil(opened)}</p>
      <p>等您说明的时候，答复期限照样计算。</p>
    </>
  ),
  notNow: '这份申请现在不需要说明理由。',
  done: { title: '理由已经收到', stamp: '收讫', words: '我们会看理由是否合理，答复期限照样计算。' },
}

const paid: Act = {
  path: 'payment',
  command: 'tellOrgan',
  about: 'paid',
  title: '缴纳信息处理费',
  label: '要说明的情况',
  required: false,
  most: 2000,
  button: '告诉我们已经缴费',
  kinds: ['payment'],
  paid: true,
  may: (current) => current.at.state === 'awaitingPayment' && applicantMay(current, 'tellOrgan'),
  Intro: ({ opened: { current, office } }) => (
    <>
      <section className="standing" aria-labelledby="toPay">
        <h2 id="toPay">要缴{current.fee?.amount}元</h2>
        {paymentWords(current, viewOf(current, office), office.on)?.map((one) => (
          <p key={one}>{one}</p>
        ))}
        <p>怎样缴、缴到哪里，写在收费通知书上，可以在办理进度里下载。请不要把钱交给个人。</p>
      </section>
      <h2>已经缴了</h2>
      <p>告诉我们是哪一天缴的，可以附上凭证。我们核对到账以后，从缴清的第二天起重新计算答复期限。</p>
    </>
  ),
  notNow: '这份申请现在不需要缴费。',
  done: {
    title: '已经收到您的告知',
    stamp: '收到',
    words: '我们会核对到账情况。到账以后，办理进度里会写明缴清的日期。',
  },
}

const notReceived: Act = {
  path: 'not-received',
  command: 'tellOrgan',
  about: 'notReceived',
  title: '没有收到文书',
  label: '要说明的情况',
  hint: '例如：地址换了，现在的地址是……；等了几天；邮件显示已经签收，但不是您签的。',
  required: false,
  most: 2000,
  button: '告诉我们没有收到',
  kinds: ['other'],
  may: (current) => current.letters.length > 0 && applicantMay(current, 'tellOrgan'),
  Intro: ({ opened: { current } }) => {
    const sent = current.reply?.dispatchedOn
    return (
      <>
        <p>
          {sent ? `答复在${inChinese(sent)}发出。` : '还没有发出答复。'}
          没有收到的，告诉我们，我们会核对，换一种方式再送。
        </p>
        <p>不想等的，可以在办理进度的“给您的文书”里直接下载。</p>
      </>
    )
  },
  notNow: '这份申请现在没有发给您的文书。',
  done: { title: '已经收到您的告知', stamp: '收到', words: '我们会核对送达情况，尽快和您联系。' },
}

const supplement: Act = {
  path: 'supplement',
  command: 'tellOrgan',
  about: 'other',
  title: '补交材料，或者告诉我们一件事',
  label: '要说的事',
  hint: '例如：补交委托书；电话换了。最多2000个字。',
  required: false,
  most: 2000,
  button: '提交',
  kinds: ['authorization', 'identity', 'other'],
  may: (current) => current.at.state !== 'archived' && applicantMay(current, 'tellOrgan'),
  Intro: () => <p>写一句话，或者附一份材料。要改申请内容的，请先打电话问一下；需要补正的，我们会告诉您。</p>,
  notNow: '这份申请已经归档，请打电话联系我们。',
  done: { title: '已经收到', stamp: '收到', words: '材料和说明已经放进您的申请，经办人看得到。' },
}

/** Everything an applicant may write about his case, in the order of need. */
export const acts: readonly Act[] = [correction, reasons, paid, notReceived, supplement]
