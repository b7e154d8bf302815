# The host musl, relative to src/.
set(PTHIN_HOST_MUSL_SOURCES
    core/atfork.c
    host/musl/cancel.c
    host/musl/check.c
    host/musl/fork.c
    host/musl/init.c
    host/musl/life.c
    host/musl/list.c
    host/musl/process.c
    host/musl/synccall.c
    host/musl/tcb.c
    host/musl/timedwait.c
    host/musl/timer.c
    host/static/life.c
)
