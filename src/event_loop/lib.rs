//! The core of asyncio: ready queue, timers, handles, futures and tasks.
