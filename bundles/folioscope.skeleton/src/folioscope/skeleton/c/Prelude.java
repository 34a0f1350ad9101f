package folioscope.skeleton.c;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the parser is told of the kernel's macros, so that declarations and statements look like C to it. The macros are
 * those of the kernel's include/linux/{compiler*,init,export,kernel,list,percpu,rbtree,cleanup,syscalls}.h.
 */
final class Prelude {

    /** Prefix of names that stand in for macros whose type arguments are dropped. */
    static final String OURS = "__fs_";

    /** What the condition of a {@code scoped_guard} block calls. */
    static final String SCOPED_GUARD = "__scoped_guard";

    private static final String EMPTY = """
            __init __exit __initdata __initconst __exitdata __ref __refdata __meminit __meminitdata __init_memblock
            __initdata_memblock noinline noinline_for_stack noinline_for_tracing __noinline noinstr notrace asmlinkage
            __visible __weak __cold __used __user __iomem __percpu __rcu __kernel __force __bitwise __nocast __safe
            __private __must_check __read_mostly __ro_after_init __maybe_unused __always_unused __packed
            ____cacheline_aligned ____cacheline_aligned_in_smp ____cacheline_internodealigned_in_smp __cacheline_aligned
            __cacheline_aligned_in_smp __page_aligned_bss __page_aligned_data __malloc __pure __attribute_const__
            __deprecated __latent_entropy __randomize_layout __no_randomize_layout __designated_init __sched __cpuidle
            __net_init __net_exit __noreturn __no_sanitize_address __no_sanitize_memory __no_sanitize_undefined
            __no_kcsan __no_kmsan_checks __no_stack_protector __no_profile __nosavedata __nonstring __data_racy __nocfi
            __bpf_kfunc __flatten __function_aligned __devinit __cpuinit __overloadable __no_caller_saved_registers
            __retain __initdata_or_meminfo
            """;

    private static final String EMPTY_WITH_ARGUMENTS = """
            __must_hold(x) __must_hold_shared(x) __acquires(x) __releases(x) __cond_acquires(...) __guarded_by(...)
            __aligned(x) __counted_by(x) __counted_by_le(x) __cacheline_group_begin(x) __cacheline_group_end(x)
            __printf(a,b) __scanf(a,b) __section(x) __alloc_size(...) __realloc_size(...) __bpf_hook_start()
            __bpf_kfunc_start_defs() __bpf_kfunc_end_defs() __diag_push() __diag_pop() __diag_ignore_all(...)
            __compiletime_error(x) __compiletime_warning(x) __assume_aligned(...) __copy(x) __alias(x) __attribute(x)
            EXPORT_SYMBOL(...) EXPORT_SYMBOL_GPL(...) EXPORT_SYMBOL_NS(...) EXPORT_SYMBOL_NS_GPL(...)
            EXPORT_SYMBOL_FOR_MODULES(...) EXPORT_PER_CPU_SYMBOL(...) EXPORT_PER_CPU_SYMBOL_GPL(...)
            EXPORT_TRACEPOINT_SYMBOL(...) EXPORT_TRACEPOINT_SYMBOL_GPL(...) EXPORT_SYMBOL_IF_KUNIT(...) __setup(...)
            __setup_param(...) early_param(...) core_param(...) module_param(...) module_param_named(...)
            module_param_cb(...) module_param_array(...) module_param_string(...) module_init(...) module_exit(...)
            module_pci_driver(...) pure_initcall(...) core_initcall(...) postcore_initcall(...) arch_initcall(...)
            subsys_initcall(...) subsys_initcall_sync(...) fs_initcall(...) device_initcall(...) late_initcall(...)
            late_initcall_sync(...) early_initcall(...) __initcall(...) postcore_initcall_sync(...)
            builtin_platform_driver(...)
            """;

    private static final String EMPTY_STRINGS = """
            KERN_EMERG KERN_ALERT KERN_CRIT KERN_ERR KERN_WARNING KERN_NOTICE KERN_INFO KERN_DEBUG KERN_CONT
            KERN_DEFAULT
            """;

    private static final String BODIES = """
            STATIC static
            __always_inline inline
            __fastpath_inline inline
            __free(x) __attribute__((cleanup(x)))
            __cleanup(x) __attribute__((cleanup(x)))
            __cond_lock(x,c) (c)
            __no_sanitize_or_inline inline
            __no_kasan_or_inline inline
            __signed signed
            fallthrough ((void)0)
            container_of(p,t,m) ((t *)__fs_container_of(p))
            container_of_const(p,t,m) ((t *)__fs_container_of_const(p))
            list_entry(p,t,m) ((t *)__fs_list_entry(p))
            list_entry_rcu(p,t,m) ((t *)__fs_list_entry_rcu(p))
            list_first_entry(p,t,m) ((t *)__fs_list_first_entry(p))
            list_last_entry(p,t,m) ((t *)__fs_list_last_entry(p))
            list_first_entry_or_null(p,t,m) ((t *)__fs_list_first_entry_or_null(p))
            list_first_or_null_rcu(p,t,m) ((t *)__fs_list_first_or_null_rcu(p))
            list_entry_lru(p,t,m) ((t *)__fs_list_entry_lru(p))
            list_prepare_entry(p,h,m) (p)
            hlist_entry(p,t,m) ((t *)__fs_hlist_entry(p))
            hlist_entry_safe(p,t,m) ((t *)__fs_hlist_entry_safe(p))
            llist_entry(p,t,m) ((t *)__fs_llist_entry(p))
            rb_entry(p,t,m) ((t *)__fs_rb_entry(p))
            rb_entry_safe(p,t,m) ((t *)__fs_rb_entry_safe(p))
            rb_to_entry(p,t,m) ((t *)__fs_rb_to_entry(p))
            min_t(t,a,b) __fs_min((a),(b))
            max_t(t,a,b) __fs_max((a),(b))
            clamp_t(t,a,b,c) __fs_clamp((a),(b),(c))
            typecheck(t,x) 1
            va_arg(a,t) (*(t *)__va_arg(a))
            offsetof(t,m) 0
            offsetofend(t,m) 0
            sizeof_field(t,m) 0
            alloc_percpu(t) __alloc_percpu(sizeof(t))
            alloc_percpu_gfp(t,g) __alloc_percpu(sizeof(t))
            kzalloc_obj(t,...) __kzalloc(sizeof(t))
            kmalloc_obj(t,...) __kmalloc(sizeof(t))
            static_assert _Static_assert
            DEFINE_STATIC_KEY_MAYBE(c,n) int n
            DECLARE_STATIC_KEY_MAYBE(c,n) int n
            __builtin_types_compatible_p(a,b) 1
            __same_type(a,b) 1
            LIST_HEAD(x) struct list_head x
            HLIST_HEAD(x) struct hlist_head x
            LLIST_HEAD(x) struct llist_head x
            DEFINE_PER_CPU(t,n) t n
            DEFINE_PER_CPU_SHARED_ALIGNED(t,n) t n
            DEFINE_PER_CPU_ALIGNED(t,n) t n
            DEFINE_PER_CPU_PAGE_ALIGNED(t,n) t n
            DECLARE_PER_CPU(t,n) t n
            DECLARE_PER_CPU_ALIGNED(t,n) t n
            DECLARE_BITMAP(n,b) unsigned long n[b]
            DECLARE_FLEX_ARRAY(t,n) t n[0]
            DECLARE_KFIFO(n,t,s) t n
            DEFINE_FLEX(t,n,...) t *n
            DEFINE_RAW_FLEX(t,n,...) t *n
            XA_STATE(n,x,i) struct xa_state n; xas_init(&n, x, i)
            xas_for_each(s,e,m) for (e = xas_find(s, m); e; e = xas_next_entry(s, m))
            for_each_mapped_pfn(e,p) for (p = dax_to_pfn(e); p < dax_end_pfn(e); p++)
            XA_STATE_ORDER(n,x,i,o) struct xa_state n; xas_init_order(&n, x, i, o)
            MA_STATE(n,...) struct ma_state n
            VMA_ITERATOR(n,...) struct vma_iterator n
            VMG_STATE(n,...) struct vma_merge_struct n
            MMAP_STATE(n,...) struct mmap_state n
            UNMAP_STATE(n,...) struct vma_munmap_struct n
            BLOCK_PLUG(n) struct blk_plug n
            CLASS(c,n) class_##c##_t n = __class_##c
            SYSCALL_DEFINE0(n,...) long sys_##n(void)
            SYSCALL_DEFINE1(n,...) long sys_##n(__VA_ARGS__)
            SYSCALL_DEFINE2(n,...) long sys_##n(__VA_ARGS__)
            SYSCALL_DEFINE3(n,...) long sys_##n(__VA_ARGS__)
            SYSCALL_DEFINE4(n,...) long sys_##n(__VA_ARGS__)
            SYSCALL_DEFINE5(n,...) long sys_##n(__VA_ARGS__)
            SYSCALL_DEFINE6(n,...) long sys_##n(__VA_ARGS__)
            COMPAT_SYSCALL_DEFINE3(n,...) long compat_sys_##n(__VA_ARGS__)
            COMPAT_SYSCALL_DEFINE4(n,...) long compat_sys_##n(__VA_ARGS__)
            COMPAT_SYSCALL_DEFINE5(n,...) long compat_sys_##n(__VA_ARGS__)
            COMPAT_SYSCALL_DEFINE6(n,...) long compat_sys_##n(__VA_ARGS__)
            _Generic(x,...) __generic(x)
            scoped_guard(...) if (__scoped_guard(__VA_ARGS__))
            scoped_cond_guard(n,f,...) if (__scoped_cond_guard(n,__VA_ARGS__))
            asm_volatile_goto(...) ((void)0)
            asm_goto_output(...) ((void)0)
            """;

    private static final Map<String, String> DEFINITIONS = read();

    private static final Set<String> NAMES = DEFINITIONS.keySet().stream().map(head -> head.replaceFirst("\\(.*", ""))
            .collect(Collectors.toUnmodifiableSet());

    private Prelude() {
    }

    /** Whether the name is defined, with or without arguments. */
    static boolean knows(String name) {
        return NAMES.contains(name);
    }

    /** Macro heads to bodies. */
    static Map<String, String> definitions() {
        return DEFINITIONS;
    }

    private static Map<String, String> read() {
        Map<String, String> all = new LinkedHashMap<>();
        for (String name : (EMPTY + ' ' + EMPTY_WITH_ARGUMENTS).strip().split("\\s+")) {
            all.put(name, "");
        }
        for (String name : EMPTY_STRINGS.strip().split("\\s+")) {
            all.put(name, "\"\"");
        }
        BODIES.lines().filter(line -> !line.isBlank()).forEach(line -> {
            int blank = line.indexOf(' ');
            all.put(line.substring(0, blank), line.substring(blank + 1));
        });
        return Collections.unmodifiableMap(all);
    }
}
