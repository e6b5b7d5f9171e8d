//! Names of attributes that this crate looks up.

use coroscope_python::object::{StrRef, intern};

macro_rules! names {
    ($($field:ident = $text:literal),* $(,)?) => {
        /// Interned names.
        pub(crate) struct Names { $(pub(crate) $field: StrRef,)* }

        impl Names {
            pub(crate) fn new() -> Names {
                Names { $($field: intern($text),)* }
            }
        }
    };
}

names! {
    add_done_callback = "add_done_callback",
    asyncio_future_blocking = "_asyncio_future_blocking",
    await_ = "__await__",
    call_exception_handler = "call_exception_handler",
    call_soon = "call_soon",
    cancel = "cancel",
    context = "context",
    create_task = "create_task",
    exception = "exception",
    future = "future",
    get_event_loop = "get_event_loop",
    get_loop = "get_loop",
    handle = "handle",
    loop_ = "loop",
    message = "message",
    name = "name",
    qualname = "__qualname__",
    send = "send",
    set_name = "set_name",
    task = "task",
    throw = "throw",
}
