import {
  type Context,
  type Emitter,
  type Liquid,
  Tag,
  type TagToken,
  type Template,
  type TopLevelToken,
} from 'liquidjs'
import { chineseDay } from './chinese-day.js'
import type { Clause, Clauses } from './clauses.js'
import type { Fields } from './template.js'

/** `{% 条款 "16" %}`: the words of a clause in the scope of the letter. A clause holds no clauses. */
export const clauseTagFor = (clauses: Clauses): Parameters<Liquid['registerTag']>[1] =>
  class ClauseTag extends Tag {
    readonly clause: Clause
    readonly nodes: Template[]

    constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid) {
      super(token, rest, liquid)
      const name = /^\s*["'“]([^"'”]*)["'”]\s*$/.exec(token.args)?.[1]
      if (name === undefined) throw new Error('条款的写法是 {% 条款 "名称" %}')
      if (token.file) throw new Error(`条款里不能再用条款“${name}”`)
      const clause = clauses(name)
      if (!clause) throw new Error(`没有名为“${name}”的条款`)
      this.clause = clause
      this.nodes = liquid.parse(clause.text, clause.path)
    }

    *render(context: Context, emitter: Emitter): Generator<unknown, void> {
      refuseOutOfForce(this.clause, (context.environments as Fields).成文日期)
      yield this.liquid.renderer.renderTemplates(this.nodes, context, emitter)
    }

    /** Asked for as a generator; there is nothing to wait for. */
    *children(): Generator<unknown, Template[]> {
      yield* []
      return this.nodes
    }
  }

/** The day of the letter decides: an old letter is written with the words of its time. */
function refuseOutOfForce({ name, from, until }: Clause, day: Fields[string]): void {
  if (typeof day !== 'string') return
  if (from !== null && day < from)
    throw new Error(`条款“${name}”自${chineseDay(from)}起才有效，文书成文于${chineseDay(day)}`)
  if (until !== null && day > until)
    throw new Error(`条款“${name}”至${chineseDay(until)}失效，文书成文于${chineseDay(day)}`)
}
