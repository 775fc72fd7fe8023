"""How much a file may ask of the machine, and how a process binds itself to that."""

from __future__ import annotations

import sys

MEGABYTE = 1024 * 1024
TEXT_BYTES = 20 * MEGABYTE
FILE_BYTES = 60 * MEGABYTE  # Office files and PDF, with their pictures
PICTURE_BYTES = 40 * MEGABYTE  # of one file together
UNPACKED_BYTES = 100 * MEGABYTE
ENTRIES = 2_000
RATIO = 100
PARAGRAPHS = 100_000
RUNS = 500_000  # a run is the piece of a paragraph that Word formats alike
LINES = 200_000
LINE_CHARACTERS = 100_000
MANY_LINES = 20  # of one paragraph, by soft breaks: from here its lines are counted in places
CELL_CHARACTERS = 32_767  # Excel's own limit
ROWS = 100_000
COLUMNS = 200
CELLS = 8_000_000  # of the rectangle that holds them all
MERGED_CELLS = 200_000
PAGES = 2_000
MEMORY_BYTES = 256 * MEGABYTE  # of the child, its libraries included
TOO_MUCH = f"内容太多，读它要用的内存超过 {MEMORY_BYTES // MEGABYTE} MB：请拆成几个文件"
CPU_SECONDS = 20
WALL_SECONDS = 30.0


def limit_this_process(cpu_seconds: int = CPU_SECONDS) -> None:
    """Bind this process to MEMORY_BYTES and so much computing time where the system can do that."""
    if sys.platform == "win32":
        _join_limited_job(cpu_seconds)
    else:
        _set_limits(cpu_seconds)


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    class _BasicLimits(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _ExtendedLimits(ctypes.Structure):
        _fields_ = (
            ("BasicLimitInformation", _BasicLimits),
            ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    def _join_limited_job(cpu_seconds: int) -> None:
        """A job object of its own; where Windows refuses, the wall clock and the caps remain."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = (
            wintypes.HANDLE,
            ctypes.c_int,
            ctypes.c_void_p,
            wintypes.DWORD,
        )
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        job = kernel.CreateJobObjectW(None, None)
        limits = _ExtendedLimits()
        # JOB_OBJECT_LIMIT_PROCESS_TIME | JOB_OBJECT_LIMIT_PROCESS_MEMORY; times count in 100 ns
        limits.BasicLimitInformation.LimitFlags = 0x2 | 0x100
        limits.BasicLimitInformation.PerProcessUserTimeLimit = cpu_seconds * 10_000_000
        limits.ProcessMemoryLimit = MEMORY_BYTES
        extended_limit_information = 9
        if kernel.SetInformationJobObject(
            job, extended_limit_information, ctypes.byref(limits), ctypes.sizeof(limits)
        ):
            kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())

else:
    import resource

    def _set_limits(cpu_seconds: int) -> None:
        for kind, amount in ((resource.RLIMIT_AS, MEMORY_BYTES), (resource.RLIMIT_CPU, cpu_seconds)):
            try:
                _, hard = resource.getrlimit(kind)
                least = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
                resource.setrlimit(kind, (least, hard))
            except (ValueError, OSError):  # macOS refuses RLIMIT_AS; the caps and the wall clock remain
                continue
