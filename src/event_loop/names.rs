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
    bound_loop = "_loop",
    asyncio_future_blocking = "_asyncio_future_blocking",
    call_soon = "call_soon",
    cancel = "cancel",
    context = "context",
    get_loop = "get_loop",
    loop_ = "loop",
    on_task_done = "_on_task_done",
    result = "result",
    send = "send",
    set_name = "set_name",
    throw = "throw",
}
