import type { Control } from '../understanding.ts';
import { any } from './words.ts';

/** Words that steer the conversation when a message is nothing else; polite beginnings and particles at the end are taken off first. */
const CONTROLS: Readonly<Record<Control, string>> = {
  next: "下一步 下一步呢 搞掂 做完这一步了 这一步做完了 下一个 下一项 下一页 下一题 下一条 下步 往下 往下走 往后 然后呢 然后 接下来 接下来呢 下面呢 后面呢 再下一步 进行下一步 到下一步 去下一步 进入下一步 继续下一步 跟住 跟住呢 跟住点 落一步 下一歩 做好了 弄好了 搞好了 整好了 搞定 搞定了 完成了 做完了 弄完了 好了下一步 xiayibu next next_step next_one next_page the_next_step next_please go_to_next forward move_on go_ahead done i'm_done finished i_did_that did_that then_what what's_next what_next and_then",
  back: '上一步 上一个 上一项 上一页 上一题 上一条 返回 返回上一步 回到上一步 回上一步 退回 退回去 后退 往回 往回走 回去 倒回去 倒回 退一步 返转头 返去 返上一步 打转去 上步 back go_back previous previous_step prev one_step_back step_back go_back_one the_previous_step last_step take_me_back',
  pause:
    "暂停 有事 等一下再弄 先放一放 放一放 先放着 give_me_a_minute give_me_a_second one_second just_a_minute 停 停一下 停停 先停 先停一下 等一下 等下 等等 等会 等会儿 等一哈 等一等 稍等 稍等一下 先这样 先到这 先到这里 先到这儿 回头再说 回头再弄 待会再说 待会儿再弄 待会再弄 晚点再说 晚点再弄 改天再说 改天再弄 明天再弄 有事先停 歇一下 歇会 歇一哈 暂时停 暂时先这样 我先忙 停低先 等阵 等阵先 一阵再讲 pause stop hold_on wait wait_a_minute wait_a_moment one_moment hang_on later not_now i'll_come_back continue_later do_it_later stop_for_now stop_here",
  resume:
    "继续 接着 接着来 接着说 接着弄 接着讲 继续办 继续弄 继续来 继续走 继续讲 继续说 继续填 恢复 回来了 我回来了 接着刚才的 继续刚才的 接着上次的 继续上次的 从上次继续 继续啦 继续喇 返嚟喇 我返嚟啦 接到整 接到来 接到起 接倒整 jixu continue resume carry_on go_on keep_going proceed i'm_back back_again where_were_we pick_up_where_we_left_off continue_where_we_left_off continue_please",
  again:
    "再说一遍 你说啥 你说什么呀 没听清楚 没看清楚 没听明白 再说一次 再讲一遍 再讲一次 再来一遍 重复 重复一遍 重复一下 没听清 没听懂 没看懂 没看清 没看明白 听不懂 看不懂 再讲过 讲多次 讲多一次 再讲多次 再说一哈 再讲一哈 又说一遍 再念一遍 再发一遍 再发一次 你再说一遍 刚才说什么 刚才说啥 你刚才说啥 你说什么 啥 什么 again repeat say_again say_that_again say_it_again repeat_that repeat_it repeat_please once_more one_more_time come_again pardon what_was_that what_did_you_say tell_me_again i_didn't_get_that i_didn't_catch_that",
  cancel:
    '取消 取消办理 取消操作 取消换证 退出 退出来 不弄了 不搞了 不办了 不问了 不换了 不查了 不填了 不做了 不想弄了 不整了 不要了 算了 算啦 算咯 算了算了 算了不弄了 结束 终止 中止 放弃 作罢 唔搞喇 唔整喇 唔要喇 唔办喇 取消佢 算数 算球了 不搞咯 不整咯 关闭 quxiao suanle cancel quit exit abort end end_it forget_it never_mind nevermind drop_it stop_it leave get_me_out cancel_it cancel_that cancel_this i_give_up',
  restart:
    '重来 重新来一遍 重新来一次 重新来 重新开始 从头来 从头开始 从头再来 重新来过 重新问 再来一次 重头来 重头开始 重新填 重填 全部重来 重新弄 重置 清空重来 由头来过 由头嚟过 重新嚟过 从头搞过 重新整 从头整 打头来 chonglai restart start_over start_again begin_again reset from_the_beginning from_scratch start_from_the_beginning start_fresh start_from_scratch redo redo_it',
  help: '帮助 帮帮忙 帮助菜单 求助 帮忙 帮帮我 帮下我 救命 菜单 功能 使用说明 怎么用 怎么用啊 点用 点样用 咋用 咋个用 有什么功能 你能干嘛 你能干什么 bangzhu help menu help_me commands how_does_this_work how_do_i_use_this options instructions /help /start',
  review:
    '看看我填的 看看填的 看填的 看看我填了什么 看看我填了啥 看我填的 让我看看我填的 把我填的给我看看 刚才填的啥 刚才填的什么 看一下我的答案 看一下我的回答 看一下填的 看一下我填的 看我填了什么 我填了什么 我刚才填了什么 我都填了什么 我答了什么 我说了什么 看看我的回答 看看我的答案 查看回答 查看答案 检查一遍 核对一遍 核对一下 检查一下 回顾 回顾一下 总结一下 汇总 看看我填咗乜 我填咗乜 睇下我填咗乜 看哈我填的啥子 我填了些啥 看哈填的 复核 确认一遍 列一下我的回答 改一个回答 改个回答 改一下回答 修改回答 改回答 change_an_answer change_answers change_my_answers change_my_answer review review_my_answers show_my_answers what_did_i_say what_have_i_said what_did_i_answer check_my_answers what_did_i_fill_in show_what_i_said show_what_i_told_you summary summarize summarise show_me_my_answers let_me_check_my_answers my_answers',
  skip: "跳过 略过 跳 先跳过 跳过这个 跳过这题 跳过这一步 跳过去 这个跳过 这题跳过 下一个问题 不想说 不想答 不想填 不填 不答 先不填 先不答 不方便说 唔讲 唔想讲 跳过佢 跳过先 不想讲 先不说 不告诉你 tiaoguo skip skip_it skip_this skip_that skip_this_one skip_this_question next_question i'd_rather_not_say rather_not_say prefer_not_to_say no_comment leave_it_blank",
};

export const CONTROL_WORDS: ReadonlyMap<string, Control> = new Map(
  (Object.entries(CONTROLS) as [Control, string][]).flatMap(([control, words]) =>
    words.split(' ').map(word => [word.replaceAll('_', ' '), control] as const),
  ),
);

/** Ways to say yes, no and don't know, as patterns. */
export const YES = any(`
  (?:嗯|恩|唔)+(?:呐|哪|啊)? 是(?:的|滴|嘞|呀|啊|咯|哒|得)* 对(?:的|头|滴|呀|啊|咯|哒|对)* 没错 冇错 无错
  不错 正是 就是(?:的|这样|它|这个|啊)? 确实(?:是|如此)? 好(?:的|嘞|滴|呀|啊|咧|吧|啦|嘅|哒)*
  行(?:的|吧|啊|呀)? 可以(?:的)? 能(?:的|够|啊)? 有(?:的|啊|呀|嘅|咧|得)? 要(?:的|啊|得)?
  得(?:行|嘅|啊|咗)? 系(?:的|啊|呀|嘅|咯|吖)? 啱(?:嘅|啊|喇)? 中 妥 成 当然(?:是|有|可以|能)?
  肯定(?:是|有|能)? 必须的 绝对 同意 愿意 确认 确定 正确 想 需要 是这样(?:的)? 么得错 shi(?:_de)?
  dui(?:_de)? en+ hao(?:_de)? keyi you_de y ye[aps]+h? yes+ yup yep yeah ya aye sure ok(?:ay|ey)? k right
  correct true indeed exactly absolutely definitely of_course
  (?:yes_)?(?:i|it|they|we)_(?:do|does|did|is|am|have|has|can|was|are) that's_(?:right|correct|it)
  affirmative i_agree agreed fine i_(?:think|guess|believe)_so 👍 👌 ✅ 🆗 √ ✔
`);
export const NO = any(`
  不是(?:的|啊|呀|这样)? 不对(?:的|头|啊)? 不行 不(?:可以|能|要|用|想|需要|愿意|同意|在|成|中)(?:的|啊)?
  不得行 不(?:的|啊|呀)? 没(?:有)?(?:的|啊|呀|过|呢|得)* 还没(?:有)?(?:呢|啊)? 还不(?:行|能|是) 从来没有?
  否 非也 并不(?:是)? 并没有 唔系(?:啊|嘅|喎)? 唔(?:得|要|使|想|啱|可以|能)(?:啊)? 冇(?:啊|喎|嘅|得)?
  未(?:有|啊)? 莫得(?:啊|得)? 没得(?:啊)? 么得 不得 错(?:的|了)? 木有 无 bu(?:_shi)?(?:_de)? meiyou
  mei(?:_you)? n no+(?:_way|_sir)? nope nah not(?:_really|_yet|_at_all|_that)? never negative wrong false
  incorrect
  (?:no_)?(?:i|it|they|we)_(?:don't|doesn't|didn't|isn't|haven't|hasn't|can't|am_not|do_not|did_not|wasn't|is_not|have_not|cannot)
  i'm_not none 👎 ❌ ✖ ×
`);
export const UNKNOWN = any(`
  不(?:太|大|怎么|是很|是太|很|咋)?(?:知道|晓得|清楚|确定|记得|了解|懂|明白|肯定)
  (?:真|也|都|我)?(?:忘(?:记|了|咗|球|得)|不记得|记不(?:清|得|住|起|到|太清)|想不起来?|想不到了)(?:了|楚|来)?
  没(?:什么|啥)?(?:印象|留意|注意|查过|查|看过|问过|记住|关注|研究过|数过)
  冇(?:乜)?(?:印象|留意|注意|查过|睇过|问过) 莫得(?:印象|注意) 莫(?:注意|留意)
  搞不(?:清楚?|懂|明白|醒豁|灵醒) 弄不(?:清楚?|明白) 分不清楚? 说不(?:好|准|清楚?|上来|来) 讲不(?:清|准)
  不好说 拿不准 吃不准 唔(?:知(?:道)?|清楚|记得|肯定|确定|多?识)(?:呀|喎)? 鬼(?:晓得|知道|记得)
  谁(?:知道|晓得|记得) 哪(?:个)?(?:晓得|知道|记得) 晓不得 认不到 不晓得起 没数 心里没数 没概念 一无所知
  未知 不详 看不出来 还没查 dunno d(?:o_not|on'?t)_(?:really_)?(?:know|remember|recall|have_a_clue)
  (?:i'm_|i_am_)?(?:not|un)(?:_really|_quite|_too|_very|)(?:_)?(?:sure|certain) unsure uncertain
  no_(?:idea|clue) idk can(?:'?t|not)_(?:really_)?(?:remember|recall|tell|say) (?:i_)?forgot i_forget
  have(?:n't|_not)_(?:checked|looked|a_clue|asked) who_knows beats_me never_(?:checked|looked)
  couldn't_(?:say|tell_you) hard_to_say 🤷 bu_?zhi_?dao wang_?le bu_?qing_?chu
`);
