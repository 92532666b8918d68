package dev.tidings.wire;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a value that was read lacks. The mapper leaves null what JSON does not say, and the code
 * trusts {@link Nullable} alone: so a component without it must be there, in the records within
 * too.
 */
final class Missing {

  private record Component(String name, boolean mayBeAbsent, Method accessor) {

    static Component of(RecordComponent component) {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      return new Component(
          component.getName(),
          component.getAnnotatedType().isAnnotationPresent(Nullable.class),
          accessor);
    }

    @Nullable Object of(Object owner) {
      try {
        return accessor.invoke(owner);
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException("a record's component can be read", e);
      }
    }
  }

  private static final ClassValue<List<Component>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents())
              .filter(component -> !component.getType().isPrimitive())
              .map(Component::of)
              .toList();
        }
      };

  private Missing() {}

  /**
   * Where the first thing is that must be there and is not, as in {@code update.uri}. Of a value
   * that lacks nothing, as nearly all do, no path is written.
   */
  static Optional<String> in(Object value) {
    if (value instanceof Record) {
      return inRecord(value);
    }
    if (value instanceof Collection<?> all) {
      return inList(all);
    }
    return value instanceof Map<?, ?> map ? inMap(map) : Optional.empty();
  }

  private static Optional<String> inRecord(Object value) {
    for (Component component : COMPONENTS.get(value.getClass())) {
      Object part = component.of(value);
      if (part != null || !component.mayBeAbsent()) {
        Optional<String> where = at(component.name(), part);
        if (where.isPresent()) {
          return where;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> inList(Collection<?> all) {
    int number = 0;
    for (Object element : all) {
      Optional<String> where = at("", element);
      if (where.isPresent()) {
        return Optional.of("[" + number + "]" + where.get());
      }
      number++;
    }
    return Optional.empty();
  }

  private static Optional<String> inMap(Map<?, ?> map) {
    return map.entrySet().stream()
        .map(entry -> at(entry.getKey().toString(), entry.getValue()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> at(String name, @Nullable Object value) {
    if (value == null) {
      return Optional.of(name);
    }
    return in(value).map(path -> path.startsWith("[") ? name + path : name + "." + path);
  }
}
