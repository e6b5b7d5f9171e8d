//! The listings of the five tutorials that the project began with: as they are
//! printed where they are whole, else in a small program around them. Their
//! texts lie in `static/listings` and are fetched when one is chosen.

use super::{Group, group};

pub(super) static TUTORIALS: [Group; 5] = [
    group! { ("Tutorial: from callbacks to coroutines", "教程：从回调到协程"), File;
        "nonblocking-connect" "s000-01-nonblocking-connect.completed.py": ("Polling a socket", "轮询套接字"),
            ("Without blocking, but busy: ask again until it works.", "不阻塞，却忙等：反复询问直到成功。");
        "selector-register" "s000-02-selector-register.completed.py": ("A selector and a callback", "选择器与回调"),
            ("The selector says when a socket can be written.", "选择器告知套接字何时可写。");
        "callback-hell" "s000-03-callback-hell.completed.py": ("Callbacks in callbacks", "回调地狱"),
            ("Each step registers the next one.", "每一步都登记下一步。");
        "coroutine-fetch" "s000-04-coroutine-fetch.completed.py": ("The same as a coroutine", "用协程来写"),
            ("yield from over what takes time.", "对耗时操作使用 yield from。");
        "send-transcript" "s000-05-send-transcript.pycon": ("send() at the prompt", "提示符下的 send()"),
            ("A generator is primed, fed and runs out.", "生成器先启动，再接收值，最后耗尽。");
        "averager" "s000-06-averager.completed.py": ("An averager", "求平均值"),
            ("yield from hands values in and a result out.", "yield from 传入值，并带出结果。");
        "future-task-fetcher" "s000-07-future-task-fetcher.completed.py": ("Future and Task by hand", "手写 Future 与 Task"),
            ("A loop, futures and tasks in a page of Python.", "一页 Python 写出循环、Future 和 Task。");
        "wait-coroutines" "s000-08-wait-bare-coroutines.completed.py": ("Coroutines in coroutines", "嵌套的协程"),
            ("Three fetches at once, each of them nested.", "三个抓取同时进行，各自层层嵌套。");
        "say-after" "s000-09-say-after.completed.py": ("say_after", "say_after"),
            ("Two tasks that sleep at the same time.", "两个任务同时睡眠。");
    },
    group! { ("Tutorial: await, gather, semaphore", "教程：await、gather、信号量"), File;
        "hello-transcript" "s001-01-hello-transcript.pycon": ("Calling is not running", "调用并不等于运行"),
            ("A call gives a coroutine object; asyncio.run runs it.", "调用只得到协程对象；asyncio.run 才运行它。");
        "await-result" "s001-02-await-result-transcript.pycon": ("Await a result", "等待结果"),
            ("Awaiting a coroutine gives what it returns.", "await 协程得到它的返回值。");
        "gather-no-switch" "s001-03-gather-no-switch-transcript.pycon": ("gather without a switch", "没有切换的 gather"),
            ("Coroutines that never suspend do not take turns.", "从不挂起的协程不会轮流运行。");
        "gather-sleep-zero" "s001-04-gather-sleep0-transcript.pycon": ("gather with sleep(0)", "带 sleep(0) 的 gather"),
            ("sleep(0) lets the others go first: now they alternate.", "sleep(0) 让出控制权：于是交替运行。");
        "taskgroup" "s001-05-taskgroup.completed.py": ("A task group", "任务组"),
            ("The block ends when all its tasks have ended.", "所有任务结束后，代码块才结束。");
        "semaphore" "s001-06-semaphore-transcript.pycon": ("Semaphore(3)", "Semaphore(3)"),
            ("Five coroutines, three at a time.", "五个协程，每次三个。");
        "aiohttp-server" "s001-07-aiohttp-server.completed.py": ("A web server", "网页服务器"),
            ("Handlers are coroutines; aiohttp is simulated.", "处理函数就是协程；aiohttp 为模拟。");
        "aiohttp-client" "s001-08-aiohttp-client-transcript.completed.py": ("A web client", "网页客户端"),
            ("Several pages at once; aiohttp is simulated.", "同时抓取多个网页；aiohttp 为模拟。");
    },
    group! { ("Tutorial: asyncio step by step", "教程：一步步学 asyncio"), File;
        "coroutine" "s002-01-asyncio_coroutine.py": ("A coroutine and a loop", "协程与事件循环"),
            ("run_until_complete by hand.", "手动调用 run_until_complete。");
        "coroutine-return" "s002-02-asyncio_coroutine_return.py": ("A return value", "返回值"),
            ("run_until_complete returns what the coroutine returns.", "run_until_complete 返回协程的返回值。");
        "coroutine-chain" "s002-03-asyncio_coroutine_charin.py": ("A chain of awaits", "await 链"),
            ("One result feeds the next call.", "一个结果作为下一次调用的参数。");
        "generator-coroutine" "s002-04-asyncio_generator.py": ("@asyncio.coroutine", "@asyncio.coroutine"),
            ("The spelling before async def, which still runs here.", "async def 之前的写法，这里仍可运行。");
        "task" "s002-05-asyncio_task.py": ("A task", "任务"),
            ("Pending, then finished: what its repr tells.", "从等待到完成：repr 显示的内容。");
        "task-cancel" "s002-06-asyncio_task_cancel.py": ("Cancel a task", "取消任务"),
            ("Cancelled before its first step.", "在第一步之前就被取消。");
        "ensure-future" "s002-07-asyncio_ensure_future.py": ("ensure_future", "ensure_future"),
            ("A task is passed on and awaited elsewhere.", "把任务传出去，在别处等待。");
        "future-set-result" "s002-08-asyncio_future_event_loop.py": ("A future by hand", "手动使用 Future"),
            ("call_soon sets a result; the loop runs until then.", "call_soon 设置结果；循环运行到那时为止。");
        "future-await" "s002-09-asyncio_future_await.py": ("Await a future", "等待 Future"),
            ("A task sleeps until somebody sets the result.", "任务一直等到有人设置结果。");
        "future-callbacks" "s002-10-asyncio_future_callback.py": ("Callbacks of a future", "Future 的回调"),
            ("Done callbacks run in the order in which they were added.", "完成回调按添加的顺序运行。");
        "wait" "s002-11-asyncio_wait.py": ("wait", "wait"),
            ("Two sets: what is done, and what is not.", "两个集合：已完成与未完成。");
        "wait-timeout" "s002-12-asyncio_wait_timeout.py": ("wait with a timeout", "带超时的 wait"),
            ("What is late is cancelled.", "迟到的任务被取消。");
        "wait-timeout-left" "s002-13-asyncio_wait_timeout_without_cancel.py": ("Tasks left behind", "被遗弃的任务"),
            ("The loop closes while they wait: two warnings.", "循环关闭时它们还在等待：两条警告。");
        "wait-timeout-goes-on" "s002-14-asyncio_wait_timeout_without_cancel_continue.py": ("Late, but not lost", "迟到但没有丢失"),
            ("A second run of the loop takes them up again.", "循环再次运行时继续执行它们。");
        "gather-phases" "s002-15-asyncio_gather.py": ("Two phases, gathered", "两个阶段的 gather"),
            ("Results come in the order of the arguments.", "结果按参数的顺序排列。");
        "as-completed" "s002-16-asyncio_as_completed.py": ("as_completed", "as_completed"),
            ("Results come as they are ready.", "谁先完成就先得到谁的结果。");
        "lock" "s002-17-asyncio_lock.py": ("Lock", "锁"),
            ("with await lock, as it was written before Python 3.9.", "with await lock：Python 3.9 之前的写法。");
        "event" "s002-18-asyncio_event.py": ("Event", "事件"),
            ("Two wait until one sets it.", "两个等待，一个设置。");
        "condition" "s002-19-asyncio_condition.py": ("Condition", "条件变量"),
            ("notify wakes some, notify_all the rest.", "notify 唤醒几个，notify_all 唤醒其余。");
        "queue-consumers" "s002-20-asyncio_queue.py": ("Producer and consumers", "生产者与消费者"),
            ("A bounded queue with stop signals.", "带停止信号的有界队列。");
    },
    group! { ("Tutorial: ways to do several things", "教程：并发的各种方式"), File;
        "interleave" "s003-01-interleave-a-b.completed.py": ("A and B in turn", "A 与 B 交替"),
            ("Two functions that give way after each line.", "两个函数每行之后让出。");
        "pipe-source" "s003-02-pipe-source.completed.py": ("The source of a pipe", "管道的源头"),
            ("It pushes items with send() and closes its target.", "用 send() 推送数据，最后关闭目标。");
        "pipe-filter" "s003-03-pipe-filter.completed.py": ("A filter in a pipe", "管道中的过滤器"),
            ("It hands on items, errors and the end.", "把数据、异常和结束都传下去。");
        "pipe-sink" "s003-04-pipe-sink.completed.py": ("The sink of a pipe", "管道的终点"),
            ("GeneratorExit tells it that all is over.", "GeneratorExit 告诉它已经结束。");
        "thread-pool" "s003-07-thread-pool-requests.completed.py": ("A pool of threads", "线程池"),
            ("submit and as_completed; requests is simulated.", "submit 与 as_completed；requests 为模拟。");
        "executor" "s003-08-executor-requests.completed.py": ("Threads in a loop", "循环里的线程"),
            ("run_in_executor awaits what blocks.", "run_in_executor 等待阻塞的调用。");
        "greenlets" "s003-09-gevent-requests.completed.py": ("Greenlets", "绿色线程"),
            ("The same with gevent's names over asyncio.", "用 asyncio 模拟 gevent 的写法。");
    },
    group! { ("Tutorial: a history of coroutines", "教程：协程的历史"), File;
        "greenlets-foo-bar" "s004-01-gevent-foo-bar.completed.py": ("foo and bar with gevent", "gevent 的 foo 与 bar"),
            ("sleep(0) switches; gevent's names over asyncio.", "sleep(0) 切换；用 asyncio 模拟 gevent。");
        "monkey-patch" "s004-02-gevent-monkey.completed.py": ("What patch_all does", "patch_all 做了什么"),
            ("Blocking functions give way to friendly ones.", "阻塞函数被替换成会让出的函数。");
        "coroutine-foo-bar" "s004-03-coroutine-foo-bar.py": ("foo and bar with asyncio", "asyncio 的 foo 与 bar"),
            ("One is decorated, the other a plain generator.", "一个有装饰器，另一个只是普通生成器。");
        "py34-coroutine" "s004-04-py34-coro.completed.py": ("Python 3.4", "Python 3.4"),
            ("@asyncio.coroutine and yield from.", "@asyncio.coroutine 与 yield from。");
        "py35-coroutine" "s004-05-py35-coro.completed.py": ("Python 3.5", "Python 3.5"),
            ("async def and await.", "async def 与 await。");
        "queue-workers" "s004-06-queue-workers.py": ("Twenty items, three workers", "二十个任务，三个工人"),
            ("join() waits for the last task_done().", "join() 等待最后一次 task_done()。");
    },
];
