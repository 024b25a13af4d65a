import type { State } from '@zhiqing/law'

/** Where a case stands, said to the person who asked. */
export const stateWords: Readonly<Record<State, string>> = {
  pendingConfirmation: '我们收到了您的申请，正在和您确认。',
  received: '我们已经收到您的申请，正在登记。',
  registered: '您的申请已经登记，接下来看写得是否齐全、清楚。',
  formReview: '我们正在看您的申请写得是否齐全、清楚。',
  awaitingCorrection: '您的申请有不清楚的地方，需要您补充说明。',
  triage: '我们正在看这些信息是不是由本机关负责公开。',
  awaitingReasons: '您近来提出的申请比较多，我们想了解原因，正在等您说明。',
  searching: '我们正在查找您要的信息，或者征求有关方面的意见。',
  discussing: '我们正在会商怎样答复您。',
  deciding: '我们正在研究怎样答复您。',
  awaitingPayment: '这份申请要收取信息处理费，正在等您缴费。',
  drafting: '我们正在写答复。',
  examining: '答复已经写好，正在审核。',
  signing: '答复已经审核，正在等待签发。',
  issued: '答复已经签发，正在送给您。',
  served: '答复已经送到您手里，这份申请办完了。',
  abandoned: '超过期限没有收到您的补正或者缴费，这份申请不再办理。',
  withdrawn: '您已经撤回这份申请，我们不再办理。',
  archived: '这份申请已经办完，材料已经归档。',
}

/** What the person can do now; null where waiting is all. */
export const nextWords: Readonly<Record<State, string | null>> = {
  pendingConfirmation: '请留意电话，工作人员会和您联系。',
  received: null,
  registered: null,
  formReview: null,
  awaitingCorrection: '请按下面的要求补正。收到补正的第二天起，重新数20个工作日。',
  triage: null,
  awaitingReasons: '请按说明理由告知书的要求，在期限内说明理由。',
  searching: null,
  discussing: null,
  deciding: null,
  awaitingPayment:
    '请按收费通知书写明的数额、方式和期限缴费。缴清的第二天起，重新数20个工作日。到期不缴的，这份申请不再办理。',
  drafting: null,
  examining: null,
  signing: null,
  issued: '请留意收件。也可以在下面下载已经发出的文书。',
  served: null,
  abandoned: '如果还需要这些信息，可以重新申请。如果有正当理由没能按时补正或者缴费，请尽快联系我们。',
  withdrawn: '以后需要的时候，可以重新申请。',
  archived: null,
}
