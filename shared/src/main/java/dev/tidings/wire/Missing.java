package dev.tidings.wire;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

  /** Where the first thing is that must be there and is not, as in {@code update.uri}. */
  static Optional<String> in(Object value) {
    return in("", value);
  }

  private static Optional<String> in(String path, @Nullable Object value) {
    if (value == null) {
      return Optional.of(path);
    }
    if (value instanceof Record) {
      return first(
          COMPONENTS.get(value.getClass()).stream()
              .map(component -> of(path, component, component.of(value))));
    }
    if (value instanceof Collection<?> all) {
      List<?> list = List.copyOf(all);
      return first(
          IntStream.range(0, list.size())
              .mapToObj(i -> in(String.format(Locale.ROOT, "%s[%d]", path, i), list.get(i))));
    }
    return value instanceof Map<?, ?> map
        ? first(
            map.entrySet().stream().map(entry -> in(at(path, entry.getKey()), entry.getValue())))
        : Optional.empty();
  }

  private static Optional<String> of(String path, Component component, @Nullable Object value) {
    return value == null && component.mayBeAbsent()
        ? Optional.empty()
        : in(at(path, component.name()), value);
  }

  private static Optional<String> first(Stream<Optional<String>> all) {
    return all.flatMap(Optional::stream).findFirst();
  }

  private static String at(String path, Object name) {
    return path.isEmpty() ? name.toString() : path + "." + name;
  }
}
