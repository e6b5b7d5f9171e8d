//! Every word that the page itself says, in English and in simplified Chinese.
//!
//! Sentences about events come from the log's crate; names that Python or
//! asyncio uses (`queue.get()`, "Task-1") are never translated.

use coroscope_trace::old_spelling::OldSpelling;

/// Interface language.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    Zh,
}

impl Lang {
    /// The BCP 47 tag, for the `lang` attribute.
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Zh => "zh-Hans",
        }
    }

    /// The short form kept in settings.
    pub const fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Zh => "zh",
        }
    }

    /// The language that a code or a browser's tag such as `zh-CN` asks for.
    pub fn from_tag(tag: &str) -> Lang {
        if tag.to_ascii_lowercase().starts_with("zh") {
            Lang::Zh
        } else {
            Lang::En
        }
    }

    /// The other one.
    pub const fn other(self) -> Lang {
        match self {
            Lang::En => Lang::Zh,
            Lang::Zh => Lang::En,
        }
    }

    /// Picks one of two texts.
    pub const fn pick(self, en: &'static str, zh: &'static str) -> &'static str {
        match self {
            Lang::En => en,
            Lang::Zh => zh,
        }
    }
}

impl From<Lang> for coroscope_trace::Language {
    fn from(lang: Lang) -> coroscope_trace::Language {
        match lang {
            Lang::En => coroscope_trace::Language::English,
            Lang::Zh => coroscope_trace::Language::Chinese,
        }
    }
}

macro_rules! words {
    ($($name:ident: $en:literal, $zh:literal;)+) => {
        /// Texts without parameters; each method is named for what it says.
        #[expect(missing_docs, reason = "the texts say it themselves")]
        impl Lang {
            $(pub const fn $name(self) -> &'static str { self.pick($en, $zh) })+
        }
    };
}

words! {
    // The library's source.
    library_about: "A file of the playground's own library, to be read.", "演练场自带的库文件，仅供阅读。";
    library_unknown: "The library has no such file.", "库中没有这个文件。";

    // Transcripts.
    printed_so: "The run printed this line", "运行输出了此行";
    not_printed: "The run did not print this line", "运行没有输出此行";

    // Header.
    examples: "Examples", "示例";
    search_examples: "Search the examples", "搜索示例";
    no_example_found: "No example has these words.", "没有符合的示例。";
    my_program: "My program", "我的程序";
    linked_program: "Program from a link", "链接中的程序";
    run: "Run", "运行";
    run_hint: "Run the program (Ctrl+Enter)", "运行程序 (Ctrl+Enter)";
    stop: "Stop", "停止";
    stop_hint: "Stop the program", "停止程序";
    share: "Share", "分享";
    language: "Language", "语言";
    theme: "Colours", "配色";
    theme_system: "as the system", "跟随系统";
    theme_light: "light", "浅色";
    theme_dark: "dark", "深色";
    help: "Help and keys", "帮助与快捷键";
    close: "Close", "关闭";
    skip_to_stage: "Skip to the stage", "跳到舞台";

    // Status.
    engine_loading: "loading the interpreter …", "正在加载解释器……";
    engine_ready: "ready", "就绪";
    edited: "edited since this run", "运行后已修改";
    running: "running", "运行中";
    paused: "paused", "已暂停";
    restoring: "running to the moment in the link …", "正在运行到链接所指的时刻……";
    finished: "finished", "已结束";
    fetching: "Fetching the Python interpreter.", "正在获取 Python 解释器。";
    fetching_more: "Your program starts by itself as soon as it is here.", "就绪后程序会自动开始运行。";
    starting: "The program starts.", "程序开始运行。";
    not_python: "This is not Python yet.", "这还不是合法的 Python。";
    not_python_more: "The line is marked in the source; mend it and run again.", "出错的行已在源码中标出；改正后再运行。";
    engine_missing_more: "Reload the page to try again.", "请刷新页面重试。";
    stopped: "stopped", "已停止";
    syntax_error: "syntax error", "语法错误";
    deadlocked: "deadlock", "死锁";
    deadlocked_more: "Every task waits and nothing can ever wake one. “Who waits for whom” shows what each is waiting for.", "所有任务都在等待，没有什么能再唤醒它们。“谁在等谁”显示各自在等什么。";
    out_of_instructions: "stopped: too many instructions", "已停止：指令数超限";
    out_of_instructions_more: "The program used up its instructions. Is there a loop without an end, or a loop without an await? Step back to see where it was, shorten it, and run again.", "程序用完了允许的指令数。是否有不会结束、或没有 await 的循环？后退看看它停在哪里，改短后再运行。";
    out_of_memory: "stopped: too much memory", "已停止：内存超限";
    out_of_memory_more: "The program asked for more memory than a page can give. Something is very large or keeps growing: make it smaller and run again.", "程序要求的内存超出页面所能提供的。有对象过大或一直在增长：改小后再运行。";
    out_of_output: "stopped: too much output", "已停止：输出过多";
    out_of_output_more: "The program printed more than the page keeps. Print less and run again.", "程序打印的内容超出页面所能保留的。减少打印后再运行。";
    exited: "the program called exit", "程序主动退出";
    log_full: "The log is full: the program ran on, but what came after the last event was not recorded.", "日志已满：程序继续运行，但最后一个事件之后的内容没有记录。";
    engine_missing: "no interpreter", "没有解释器";
    engine_failed: "The interpreter could not be loaded. Your text is safe; reload the page to try again.", "解释器加载失败。你的代码没有丢失；请刷新页面重试。";
    engine_crashed: "The interpreter crashed and was started anew. Your text is safe; this program hit a fault of ours.", "解释器崩溃并已重新启动。你的代码没有丢失；这是我们的缺陷。";
    engine_restarted: "stopped: the interpreter did not answer and was started anew", "已停止：解释器无响应，已重新启动";

    // Source.
    source: "Source", "源代码";
    editor_label: "Python source", "Python 源代码";
    draft_kept: "Your draft is kept.", "你的草稿已保留。";
    back_to_draft: "Back to my draft", "回到我的草稿";
    example_missing: "This example could not be fetched:", "无法取得此示例：";
    link_unreadable: "This link cannot be read:", "无法读取此链接：";

    // Output.
    output: "Output", "输出";
    output_empty: "What the program prints appears here, each line with its moment.", "程序打印的内容显示在这里，每行附有时刻。";
    awaits_input: "waits for your input", "等待你的输入";
    input_line: "Input for the program", "程序的输入";
    input_send: "Enter", "输入";
    input_end: "End of input", "结束输入";
    input_end_hint: "No more lines: input() then raises EOFError (Ctrl+D)", "不再有输入行：input() 将抛出 EOFError（Ctrl+D）";
    output_none: "The program has printed nothing.", "程序没有打印任何内容。";
    stderr: "error output", "错误输出";

    // Sentence and lanes.
    now: "What happens now", "当前事件";
    invite: "Press Run and watch the event loop at work.", "点击“运行”，观看事件循环如何工作。";
    invite_more: "Every step is recorded: pause, step back, ask why.", "每一步都有记录：可以暂停、后退、追问原因。";
    full_stop: ".", "。";
    stage: "Stage", "舞台";
    lanes: "Tasks over time", "任务时间线";
    lanes_help: "One lane per task; the table of events says the same in words.", "每个任务一条泳道；事件表以文字给出同样的内容。";
    lanes_empty: "Each task gets a lane here.", "每个任务在此占一条泳道。";
    axis: "Axis", "坐标轴";
    axis_time: "virtual time", "虚拟时间";
    axis_order: "event order", "事件顺序";
    zoom_in: "Zoom in (+)", "放大 (+)";
    zoom_out: "Zoom out (−)", "缩小 (−)";
    zoom_whole: "Show the whole run (0)", "显示整个运行 (0)";
    no_tasks: "This program has made no task: step through its lines.", "此程序没有创建任务：请逐行查看。";
    program: "program", "程序";
    legend: "Legend", "图例";
    state_running: "running", "运行";
    state_ready: "ready", "就绪";
    state_sleeping: "sleeping", "休眠";
    state_waiting: "waiting", "等待";
    state_returned: "returned", "已返回";
    state_raised: "raised", "抛出异常";
    state_cancelled: "cancelled", "已取消";

    // The loop.
    the_loop: "The loop", "事件循环";
    loop_tab: "Loop", "循环";
    phase_timers_short: "timers", "定时器";
    phase_run_short: "run", "运行";
    phase_jump_short: "jump", "跳转";
    phase_timers: "due timers become ready", "到期的定时器转为就绪";
    phase_run: "run what was ready, in order", "按顺序运行已就绪的";
    phase_jump: "nothing ready: jump to next timer", "无就绪者：跳到下一个定时器";
    clock: "The virtual clock", "虚拟时钟";
    ready_queue: "Ready queue", "就绪队列";
    ready_empty: "empty", "空";
    next_iteration: "next iteration", "下一轮";
    timers: "Timers", "定时器";
    timers_none: "none set", "无";
    loop_empty: "The ready queue and the timers appear here, turn by turn.", "就绪队列与定时器将逐轮显示在这里。";
    waits_empty: "Here stands what each task waits for.", "这里显示每个任务在等什么。";
    primitives_empty: "Locks, semaphores, events and queues appear here with their waiters.", "锁、信号量、事件与队列及其等待者显示在这里。";
    no_loop: "No event loop yet: the program runs on its own.", "尚无事件循环：程序自行运行。";
    step_word: "step", "一步";
    wake_word: "wake-up", "唤醒";
    callback_word: "callback", "回调";

    // Questions.
    answer: "Question and answer", "问题与回答";
    answer_hide: "hide the answer", "隐藏回答";
    answer_show: "show the answer", "显示回答";

    // Who waits for whom, futures, primitives.
    waits: "Who waits for whom", "谁在等谁";
    waits_tab: "Waits", "等待";
    waits_none: "No task is alive.", "没有存活的任务。";
    nothing: "nothing", "无";
    futures: "Futures", "Future";
    futures_none: "No future is pending.", "没有待定的 Future。";
    pending: "pending", "待定";
    wakes: "wakes", "唤醒";
    calls: "calls", "调用";
    primitives: "Locks, queues", "锁与队列";
    locks_tab: "Locks", "锁";
    queues_tab: "Queues", "队列";
    primitives_none: "No lock, queue or event yet.", "尚无锁、队列或事件。";
    generators: "Generators", "生成器";
    generators_none: "No generator or coroutine yet.", "尚无生成器或协程。";
    generator_created: "not started", "未开始";
    generator_suspended: "suspended", "已挂起";
    generator_closed: "closed", "已关闭";
    sent_in: "sent in", "送入";
    thrown_in: "thrown in", "抛入";
    delegates: "delegates to", "委托给";
    came_out: "came out", "产出";
    held_by: "held by", "持有者";
    free: "free", "空闲";
    waiters: "waiting in line", "排队等待";
    items: "items", "元素";
    is_set: "set", "已设置";
    is_not_set: "not set", "未设置";
    code_tab: "Code", "代码";
    details: "Details", "细节";

    // Transport.
    transport: "Transport", "播放控制";
    first: "First event (Home)", "第一个事件 (Home)";
    step_back: "Step back (←)", "后退一步 (←)";
    play: "Play (space)", "播放 (空格)";
    pause: "Pause (space)", "暂停 (空格)";
    step_forward: "Step forward (→)", "前进一步 (→)";
    last: "Last event (End)", "最后一个事件 (End)";
    step_unit: "step", "步长";
    unit_event: "event", "事件";
    unit_line: "line of this coroutine", "此协程的代码行";
    unit_iteration: "loop iteration", "循环轮次";
    unit_task: "event of this task", "此任务的事件";
    unit_output: "output", "输出";
    unit_problem: "problem", "问题";
    scrubber: "Cursor in the event log", "事件日志中的光标";
    speed: "speed", "速度";
    real_time: "real time", "实时";
    real_time_hint: "Play at the pace of the virtual clock", "按虚拟时钟的节奏播放";
    instant: "instant", "即时";

    the_end: "end", "终点";
    replay: "Play again (space)", "重新播放 (空格)";

    // Breakpoints.
    breakpoints: "Stop at", "断点";
    breakpoints_hint: "Where playing stops: lines (click beside their numbers, or F9) and kinds of events", "播放停在哪里：代码行（点击行号旁，或按 F9）与事件种类";
    breakpoints_clear: "stop nowhere", "清除全部断点";
    breakpoints_lines: "lines", "代码行";
    breakpoints_no_lines: "no line yet: click beside a line number, or press F9", "尚无：点击行号旁，或按 F9";
    stop_exception: "an exception", "异常";
    stop_task_created: "a new task", "新任务";
    stop_step: "a task that goes on", "任务继续运行";
    stop_task_ended: "the end of a task", "任务结束";
    stop_cancellation: "a cancellation", "取消";
    stop_output: "output", "输出";
    stop_clock: "a jump of the clock", "时钟跳变";

    // Inspect.
    inspect: "Inspect", "查看";
    inspect_empty: "Frames and variables appear here at every moment, also of tasks that wait.", "这里显示任意时刻的帧与变量，包括正在等待的任务。";
    inspect_edited: "The text was edited since this run: run again to look inside.", "运行后代码已修改：请重新运行后再查看。";
    inspect_none: "No frame at this moment: it has not begun, or is over.", "此刻没有帧：尚未开始或已结束。";
    inspect_looking: "looking …", "正在查看……";
    inspect_subject: "Whose frames", "查看谁的帧";
    inspect_follow: "as the cursor goes", "跟随光标";
    no_variables: "no variables", "没有变量";
    changed: "changed", "已变";
    was: "was", "之前";
    new_value: "new", "新";
    open_value: "look inside", "展开";
    go_to_lane: "show this in the picture", "在图中显示";

    // Notices.
    notices: "Notices", "提示";
    notices_none: "Nothing to remark on so far.", "目前没有要提示的。";
    notices_empty: "What asyncio lets pass silently is told here: coroutines never awaited, a blocked loop, lost exceptions.", "asyncio 悄悄放过的问题会在这里说明：从未等待的协程、被阻塞的循环、丢失的异常。";
    advice: "advice", "建议";
    previous_moment: "previous", "上一个";
    next_moment: "next", "下一个";

    // The table of events.
    picture: "Lanes", "泳道";
    events: "Events", "事件";
    stage_view: "What the large place shows", "主区域显示的内容";
    events_empty: "Every event of the run stands here, one per row.", "运行的每个事件在此占一行。";
    events_none: "No event fits the filter.", "没有符合筛选条件的事件。";
    events_search: "Search events", "搜索事件";
    events_search_hint: "word, name, value, line 6 …", "词语、名称、值、第 6 行……";
    events_searching: "searching …", "正在搜索……";
    events_group: "Kind", "种类";
    events_task: "Task", "任务";
    group_all: "all kinds", "全部种类";
    group_tasks: "tasks", "任务";
    group_loop: "loop, timers", "循环与定时器";
    group_scopes: "cancellation, groups", "取消与任务组";
    group_lines: "lines", "代码行";
    group_problems: "problems", "问题";
    all_tasks: "all tasks", "全部任务";
    to_cause: "cause", "原因";
    to_effect: "effect", "结果";
    column_event: "event", "事件";
    column_time: "time", "时间";
    column_task: "who", "谁";
    column_what: "what happens", "发生了什么";
    column_line: "line", "行";

    // Compare.
    compare: "Compare", "对比";
    compare_pin: "Keep this run to compare later ones with it", "保留此次运行，与之后的对比";
    compare_unpin: "Stop comparing", "结束对比";
    compare_empty: "This run is kept. Edit the program and run again: both stand here side by side.", "已保留此次运行。修改程序后再次运行：两次将并排显示。";
    compare_pinned: "kept run", "保留的运行";
    compare_present: "this run", "此次运行";
    compare_same: "Both runs did the same.", "两次运行完全相同。";
    compare_over: "it was over by then", "此时它已结束";
    compare_parting: "First difference", "第一处不同";
    compare_go: "go there", "跳到那里";

    // Dialogs.
    share_title: "A link to this moment", "此刻的链接";
    share_text: "It holds the source, the seed and the cursor; nothing is sent to a server.", "链接包含源代码、种子与光标位置；不会发送到任何服务器。";
    copied: "Copied to the clipboard", "已复制到剪贴板";
    copy_by_hand: "Copy it from the field", "请从输入框中复制";
    copy: "Copy", "复制";
    long_link: "It is longer than 2,000 characters: some chat tools cut such links.", "链接超过 2000 个字符：某些聊天工具会截断。";
    help_title: "Keys", "快捷键";
    help_about: "Coroscope runs Python coroutines in this tab, on a virtual clock, and shows every decision of the event loop. Your program never leaves your computer.", "Coroscope 在此标签页内以虚拟时钟运行 Python 协程，并展示事件循环的每个决定。你的程序不会离开你的电脑。";
    key_run: "run", "运行";
    key_play: "play, pause", "播放、暂停";
    key_step: "step back, step forward", "后退、前进";
    key_ends: "first event, last event", "第一个、最后一个事件";
    key_cause_effect: "go to the cause of this event, to what it caused", "跳到此事件的原因、跳到它引起的结果";
    key_next: "next; with Shift the previous:", "下一个；按住 Shift 则为上一个：";
    key_axis: "time axis: virtual time or event order", "坐标轴：虚拟时间或事件顺序";
    key_zoom: "zoom the lanes; Ctrl and the wheel, or two fingers, do it too", "缩放泳道；Ctrl 加滚轮或双指亦可";
    key_line: "line of this coroutine", "此协程的代码行";
    key_iteration: "loop iteration", "循环轮次";
    key_task: "event of the selected task", "所选任务的事件";
    key_output: "output", "输出";
    key_problem: "problem", "问题";
    key_event: "one event back, one event on", "后退、前进一个事件";
    key_looking: "Looking", "查看方式";
    key_speed: "slower, faster; real time", "放慢、加快；实时";
    key_views: "lanes, waits, events, compare", "泳道、等待、事件、对比";
    key_search: "search the events", "搜索事件";
    key_inspect: "inspect: put the keyboard there", "查看：把键盘焦点移到那里";
    key_notices: "output or notices", "输出或提示";
    key_break: "stop at the running line; F9 in the editor", "在当前行设断点；编辑器中按 F9";
    key_pin: "keep this run to compare, or let it go", "保留此次运行以对比，或取消";
    key_share: "share a link to this moment", "分享指向此刻的链接";
    key_stop: "stop the run", "停止运行";
    key_help: "this help", "本帮助";
    key_leave: "leave the editor: Escape, then Tab", "离开编辑器：先按 Escape，再按 Tab";
    key_typing: "Keys other than Ctrl+Enter rest while you type.", "输入时除 Ctrl+Enter 外的快捷键不起作用。";
}

/// Virtual seconds, as short as they stay readable: `0.61 s`, `2 s`, `1 h 0 min`.
pub fn seconds(nanoseconds: u64) -> String {
    let total = nanoseconds as f64 / 1e9;
    if total >= 3600.0 {
        let minutes = (total / 60.0).round() as u64;
        return format!("{} h {} min", minutes / 60, minutes % 60);
    }
    let digits = if total == 0.0 || total >= 100.0 {
        0
    } else if total >= 0.01 {
        2
    } else {
        4
    };
    let text = format!("{total:.digits$}");
    let text = if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.')
    } else {
        &text
    };
    format!("{text} s")
}

/// A whole number with a comma between thousands, as both languages write it.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (position, digit) in digits.char_indices() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Virtual seconds with a fixed number of digits, for columns.
pub fn seconds_column(nanoseconds: u64) -> String {
    format!("{:.2} s", nanoseconds as f64 / 1e9)
}

impl Lang {
    /// `stop at 3`, for the button of breakpoints.
    pub fn breakpoint_count(self, count: usize) -> String {
        match (self, count) {
            (_, 0) => self.breakpoints().to_owned(),
            (Lang::En, _) => format!("{} ({count})", self.breakpoints()),
            (Lang::Zh, _) => format!("{}（{count}）", self.breakpoints()),
        }
    }

    /// `+ 2 library frames`.
    pub fn library_frames(self, count: usize) -> String {
        match (self, count) {
            (Lang::En, 1) => "1 library frame".to_owned(),
            (Lang::En, _) => format!("{count} library frames"),
            (Lang::Zh, _) => format!("{count} 个库内帧"),
        }
    }

    /// `42 of 483 events`.
    pub fn rows_shown(self, rows: usize, all: usize) -> String {
        match self {
            Lang::En if rows == all => {
                format!("{all} {}", if all == 1 { "event" } else { "events" })
            }
            Lang::En => format!("{rows} of {all} events"),
            Lang::Zh if rows == all => format!("{all} 个事件"),
            Lang::Zh => format!("{all} 个事件中的 {rows} 个"),
        }
    }

    /// `3 times`.
    pub fn times(self, count: usize) -> String {
        match self {
            Lang::En => format!("{count}×"),
            Lang::Zh => format!("{count} 次"),
        }
    }

    /// `5 tasks · 212 events · 0.61 s virtual`.
    pub fn run_facts(self, tasks: usize, events: usize, nanoseconds: u64) -> String {
        let time = seconds(nanoseconds);
        let (many, all) = (grouped(tasks), grouped(events));
        match self {
            Lang::En => format!(
                "{many} {} · {all} {} · {time} virtual",
                if tasks == 1 { "task" } else { "tasks" },
                if events == 1 { "event" } else { "events" },
            ),
            Lang::Zh => format!("{many} 个任务 · {all} 个事件 · 虚拟时间 {time}"),
        }
    }

    /// `raised ValueError`.
    pub fn raised(self, exception: &str) -> String {
        match self {
            Lang::En => format!("raised {exception}"),
            Lang::Zh => format!("抛出 {exception}"),
        }
    }

    /// `3 of 8 lines so far`.
    pub fn output_lines(self, shown: usize, total: usize) -> String {
        match self {
            Lang::En if shown == total => {
                format!("{total} {}", if total == 1 { "line" } else { "lines" })
            }
            Lang::En => format!("{shown} of {total} lines so far"),
            Lang::Zh if shown == total => format!("{total} 行"),
            Lang::Zh => format!("{total} 行中的 {shown} 行"),
        }
    }

    /// `23 lines`, the length of a draft.
    pub fn line_count(self, count: usize) -> String {
        match self {
            Lang::En => format!("{count} {}", if count == 1 { "line" } else { "lines" }),
            Lang::Zh => format!("{count} 行"),
        }
    }

    /// `line 6`.
    pub fn line(self, line: u32) -> String {
        match self {
            Lang::En => format!("line {line}"),
            Lang::Zh => format!("第 {line} 行"),
        }
    }

    /// `iteration 14`.
    pub fn iteration(self, number: u32) -> String {
        match self {
            Lang::En => format!("iteration {number}"),
            Lang::Zh => format!("第 {number} 轮"),
        }
    }

    /// `4 events/s`.
    pub fn rate(self, per_second: f64) -> String {
        let number = if per_second < 10.0 {
            format!("{per_second:.1}")
        } else {
            format!("{per_second:.0}")
        };
        let number = number.strip_suffix(".0").unwrap_or(&number);
        match self {
            Lang::En => format!("{number} events/s"),
            Lang::Zh => format!("{number} 事件/秒"),
        }
    }

    /// `event 41`.
    pub fn event_number(self, number: u32) -> String {
        match self {
            Lang::En => format!("event {number}"),
            Lang::Zh => format!("事件 {number}"),
        }
    }

    /// `go to event 41`.
    pub fn go_to_event(self, number: usize) -> String {
        match self {
            Lang::En => format!("go to event {number}"),
            Lang::Zh => format!("跳到事件 {number}"),
        }
    }

    /// `event 118 of 212, 0.24 s`: what a screen reader says at the scrubber.
    pub fn scrubber_value(self, event: u32, of: u32, nanoseconds: u64) -> String {
        let time = seconds(nanoseconds);
        match self {
            Lang::En => format!("event {event} of {of}, {time}"),
            Lang::Zh => format!("事件 {event} / {of}，{time}"),
        }
    }

    /// `3 more` at the end of a shortened list.
    pub fn more(self, count: usize) -> String {
        match self {
            Lang::En => format!("{count} more"),
            Lang::Zh => format!("另外 {count} 个"),
        }
    }

    /// `188 more alike`, of tasks that wait at the same line for the same.
    pub fn more_alike(self, count: usize) -> String {
        match self {
            Lang::En => format!("{count} more alike"),
            Lang::Zh => format!("另外 {count} 个相同"),
        }
    }

    /// `in 0.06 s`, the time until a timer is due.
    pub fn due_in(self, nanoseconds: u64) -> String {
        let time = seconds(nanoseconds);
        match self {
            Lang::En => format!("in {time}"),
            Lang::Zh => format!("{time} 后"),
        }
    }

    /// `3 items, room for 5, 4 unfinished` of a queue; a capacity of 0 is no limit.
    pub fn queue_facts(self, items: usize, capacity: u32, unfinished: u32) -> String {
        let mut parts = Vec::new();
        match self {
            Lang::En => {
                parts.push(format!(
                    "{items} {}",
                    if items == 1 { "item" } else { "items" }
                ));
                if capacity > 0 {
                    parts.push(format!("room for {capacity}"));
                }
                parts.push(format!("{unfinished} unfinished"));
                parts.join(", ")
            }
            Lang::Zh => {
                parts.push(format!("{items} 个元素"));
                if capacity > 0 {
                    parts.push(format!("容量 {capacity}"));
                }
                parts.push(format!("{unfinished} 个未完成"));
                parts.join("，")
            }
        }
    }

    /// What a line of a transcript's output should be.
    pub fn printed_instead(self, text: &str) -> String {
        match self {
            Lang::En => format!("The run printed: {text}"),
            Lang::Zh => format!("运行输出的是：{text}"),
        }
    }

    /// How a transcript and its run compare.
    pub fn session_agreement(self, agree: usize, differ: usize) -> String {
        match self {
            Lang::En if differ == 0 => format!("The run printed all {agree} lines that are shown"),
            Lang::En => format!("Lines as the run printed them: {agree}; other lines: {differ}"),
            Lang::Zh if differ == 0 => format!("所示的 {agree} 行输出与运行结果全部一致"),
            Lang::Zh => format!("与运行结果一致的行：{agree}；不一致的行：{differ}"),
        }
    }

    /// A hint at a spelling that Python no longer has.
    pub fn old_spelling(self, old: OldSpelling) -> String {
        let (since, modern) = (old.since(self.into()), old.modern(self.into()));
        match self {
            Lang::En => format!("{since}; today one writes {modern}"),
            Lang::Zh => format!("{since}；如今写作 {modern}"),
        }
    }

    /// `3 places free` of a semaphore.
    pub fn places_free(self, count: u32) -> String {
        match self {
            Lang::En => format!(
                "{count} {} free",
                if count == 1 { "place" } else { "places" }
            ),
            Lang::Zh => format!("剩余 {count} 个名额"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_short_and_exact_enough() {
        assert_eq!(seconds(0), "0 s");
        assert_eq!(seconds(610_000_000), "0.61 s");
        assert_eq!(seconds(2_000_000_000), "2 s");
        assert_eq!(seconds(100_000), "0.0001 s");
        assert_eq!(seconds(120_000_000_000), "120 s");
        assert_eq!(seconds(3_600_000_000_000), "1 h 0 min");
    }

    #[test]
    fn plurals_agree() {
        assert_eq!(
            Lang::En.run_facts(1, 1, 0),
            "1 task · 1 event · 0 s virtual"
        );
        assert_eq!(
            Lang::En.run_facts(10_001, 511_008, 0),
            "10,001 tasks · 511,008 events · 0 s virtual"
        );
        assert_eq!(Lang::En.output_lines(3, 8), "3 of 8 lines so far");
        assert_eq!(Lang::En.output_lines(1, 1), "1 line");
    }

    #[test]
    fn browser_tags_choose_a_language() {
        assert_eq!(Lang::from_tag("zh-CN"), Lang::Zh);
        assert_eq!(Lang::from_tag("en-GB"), Lang::En);
        assert_eq!(Lang::from_tag("de"), Lang::En);
    }
}
