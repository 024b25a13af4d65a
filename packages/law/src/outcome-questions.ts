import type { ArticleRef } from './citation.js'
import type { OtherKind, Outcome } from './grounds.js'

/** What must be so of a case for an answer to be offered; left out, it always is. */
export type AnswerCondition =
  | 'corrected'
  | 'notCorrected'
  | 'searched'
  | 'notSearched'
  | 'reasonsTold'
  | 'reasonsNotTold'

/** An answer: it leads to the next question, to an outcome, or to an act that must come first. */
export interface OutcomeAnswer {
  readonly zh: string
  readonly article: ArticleRef
  readonly help?: string
  readonly when?: AnswerCondition
  readonly leads:
    | { readonly to: 'question'; readonly question: string }
    | { readonly to: 'outcome'; readonly outcome: Outcome; readonly kind?: OtherKind }
    | { readonly to: 'act'; readonly command: string }
}

/** One question of the five judgments (江苏 苏政办函〔2019〕98号: 补不补、该不该、有没有、给不给、当不当). */
export interface OutcomeQuestion {
  readonly id: string
  readonly judgment: '补不补' | '该不该' | '有没有' | '给不给'
  readonly zh: string
  readonly answers: readonly OutcomeAnswer[]
}

const next = (question: string) => ({ to: 'question', question }) as const
const ends = (outcome: Outcome, kind?: OtherKind) => ({ to: 'outcome', outcome, ...(kind ? { kind } : {}) }) as const
const act = (command: string) => ({ to: 'act', command }) as const

/**
 * The questions that lead to one outcome, in the order in which they are asked. The last judgment, 当不当, is no question
 * with answers of its own: it is the reply itself, read with its checks before it is decided.
 */
export const outcomeQuestions: readonly OutcomeQuestion[] = [
  {
    id: 'clear',
    judgment: '补不补',
    zh: '申请的内容是否明确，能够据此查找？',
    answers: [
      { zh: '明确', article: 'ogi:29', leads: next('matter') },
      {
        zh: '不明确，需要告知申请人补正',
        article: 'ogi:30',
        help: '收到申请之日起7个工作日内，一次性告知',
        when: 'notCorrected',
        leads: act('requestCorrection'),
      },
      { zh: '补正以后仍然不明确', article: 'ogi:30', when: 'corrected', leads: ends('N4') },
    ],
  },
  {
    id: 'matter',
    judgment: '该不该',
    zh: '是不是应当按政府信息公开申请处理的事项？',
    answers: [
      { zh: '是，申请获取政府信息', article: 'ogi:2', leads: next('organ') },
      { zh: '以申请的形式信访、投诉、举报', article: 'ogi:39.1', leads: ends('Z1') },
      { zh: '同一申请人重复申请同一信息，已经答复过', article: 'ogi:36(6)', leads: ends('Z2') },
      { zh: '要求提供政府公报、报刊、书籍等公开出版物', article: 'ogi:39.2', leads: ends('Z3') },
      { zh: '要求确认或者重新出具已经获取的信息', article: 'ogi:36(6)', leads: ends('Z5') },
      {
        zh: '申请数量、频次明显超过合理范围，需要申请人说明理由',
        article: 'ogi:35',
        when: 'reasonsNotTold',
        leads: act('askReasons'),
      },
      { zh: '数量、频次明显超过合理范围，理由不合理', article: 'ogi:35', when: 'reasonsTold', leads: ends('Z4') },
      { zh: '咨询事项', article: 'ogi:2', leads: ends('X3', 'consultation') },
      { zh: '不是政府信息', article: 'ogi:2', leads: ends('X3', 'notGovernmentInformation') },
      { zh: '党务信息', article: 'ogi:2', leads: ends('X3', 'partyAffairs') },
      { zh: '公共企事业单位的信息', article: 'ogi:55', leads: ends('X3', 'publicUtility') },
    ],
  },
  {
    id: 'organ',
    judgment: '该不该',
    zh: '由不由本机关依照条例公开？',
    answers: [
      { zh: '由本机关负责公开', article: 'ogi:10.1', leads: next('held') },
      { zh: '不属于本机关负责公开', article: 'ogi:36(5)', leads: ends('N2') },
      { zh: '法律、行政法规对这类信息的查询另有规定', article: 'ogi:36(7)', leads: ends('W8') },
      { zh: '已经移交国家档案馆', article: 'archives:15.2', leads: ends('X3', 'archive') },
    ],
  },
  {
    id: 'held',
    judgment: '有没有',
    zh: '经过检索，有没有这项信息？',
    answers: [
      { zh: '有', article: 'ogi:36(2)', leads: next('open') },
      { zh: '还没有检索', article: 'ogi:36(4)', when: 'notSearched', leads: act('recordSearch') },
      { zh: '检索了，信息不存在', article: 'ogi:36(4)', when: 'searched', leads: ends('N1') },
      { zh: '没有现成的，需要加工、分析', article: 'ogi:38', leads: ends('N3') },
    ],
  },
  {
    id: 'open',
    judgment: '给不给',
    zh: '能不能公开？',
    answers: [
      { zh: '可以全部公开', article: 'ogi:36(2)', leads: ends('G2') },
      { zh: '已经主动公开', article: 'ogi:36(1)', leads: ends('G1') },
      { zh: '一部分可以公开，能够区分处理', article: 'ogi:37', leads: ends('G3') },
      { zh: '不能公开', article: 'ogi:36(3)', leads: next('ground') },
    ],
  },
  {
    id: 'ground',
    judgment: '给不给',
    zh: '为什么不能公开？',
    answers: [
      { zh: '依法确定为国家秘密', article: 'ogi:14', leads: ends('W1') },
      { zh: '法律、行政法规禁止公开', article: 'ogi:14', leads: ends('W2') },
      { zh: '公开后可能危及国家安全、公共安全、经济安全、社会稳定', article: 'ogi:14', leads: ends('W3') },
      {
        zh: '涉及商业秘密、个人隐私等，公开会损害第三方合法权益',
        article: 'ogi:15',
        help: '先书面征求第三方的意见；第三方不同意，本身不是理由',
        leads: ends('W4'),
      },
      { zh: '人事管理、后勤管理、内部工作流程等内部事务信息', article: 'ogi:16.1', leads: ends('W5') },
      { zh: '讨论记录、过程稿、磋商信函、请示报告等过程性信息', article: 'ogi:16.2', leads: ends('W6') },
      { zh: '行政执法案卷信息', article: 'ogi:16.2', leads: ends('W7') },
    ],
  },
]
